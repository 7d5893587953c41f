//! The job loop: takes requests from the queue one after another and does them on the one open photo.

use std::rc::Rc;

use js_sys::ArrayBuffer;
use safelight_engine::{Clipping, Histogram, OpenImage, Progress, Region, View, read_header};
use safelight_protocol::{
    Failure, RenderOptions, Reply, Request, copy_to_vec, fill_recycled_buffer, to_uint32_array,
};
use safelight_recipe::Recipe;

use crate::{
    blob_writer::BlobWriter,
    request_queue::RequestQueue,
    responder::Responder,
    scheduler::TimeSlice,
    thumbnails::{self, SmallPreview},
};

/// Runs as long as the worker lives.
pub async fn run(queue: Rc<RequestQueue>, responder: Responder) {
    let mut photo = None;
    let mut preview: Option<SmallPreview> = None;
    loop {
        let (job, result) = match queue.next().await {
            Request::Open { job, file } => {
                let opened = open(&mut photo, job, &file, &queue, &responder);
                if opened.is_ok() {
                    preview = None;
                }
                (job, opened)
            }
            Request::Render { job, recipe, view, options, recycled_buffer } => {
                let slice = TimeSlice::start(&queue, &responder, job);
                let view = (view, options);
                (job, render(photo.as_mut(), job, &recipe, view, recycled_buffer, slice).await)
            }
            Request::Export { job, recipe } => {
                let slice = TimeSlice::start(&queue, &responder, job);
                (job, export(photo.as_mut(), job, &recipe, slice).await)
            }
            Request::Thumbnails { job, recipes, width, height } => {
                let slice = TimeSlice::start(&queue, &responder, job);
                let result = match photo.as_mut() {
                    Some(photo) => {
                        let cell_size = (width, height);
                        thumbnails::render(photo, &mut preview, job, &recipes, cell_size, slice).await
                    }
                    None => Err(Failure::NoPhoto),
                };
                (job, result)
            }
            // The queue handles these itself.
            Request::Cancel { .. } => continue,
        };
        responder.send(result.unwrap_or_else(|failure| Reply::Failed { job, failure }));
    }
}

/// Decodes a file. The photo that was open before stays open if that fails.
fn open(
    photo: &mut Option<OpenImage>,
    job: u32,
    file: &ArrayBuffer,
    queue: &RequestQueue,
    responder: &Responder,
) -> Result<Reply, Failure> {
    let slice = TimeSlice::start(queue, responder, job);
    let bytes = copy_to_vec(file).map_err(|_| Failure::NoBuffer)?;
    let header = read_header(&bytes).map_err(Failure::Open)?;
    // Decoding cannot yield or report. The page sets its timeout by this size.
    responder.send(Reply::HeaderRead { job, width: header.width, height: header.height });
    #[cfg(feature = "hooks")]
    crate::fault_injection::at_open();
    let opened = OpenImage::open(&bytes).map_err(Failure::Open)?;
    let (width, height, has_alpha) = (opened.width(), opened.height(), opened.has_alpha());
    *photo = Some(opened);
    Ok(Reply::Opened { job, width, height, has_alpha, worker_ms: slice.elapsed_ms() })
}

/// Renders a view into a buffer that is transferred to the page.
async fn render(
    photo: Option<&mut OpenImage>,
    job: u32,
    recipe: &Recipe,
    (view, options): (safelight_protocol::View, RenderOptions),
    recycled_buffer: Option<ArrayBuffer>,
    mut slice: TimeSlice<'_>,
) -> Result<Reply, Failure> {
    let photo = photo.ok_or(Failure::NoPhoto)?;
    let safelight_protocol::View { scale, x, y, width, height } = view;
    let mut render = photo
        .render(recipe, View { scale, region: Region { x, y, width, height } })
        .map_err(Failure::Render)?;
    if options.histogram {
        render = render.with_histogram();
    }
    let clipping = Clipping { shadows: options.clipped_shadows, highlights: options.clipped_highlights };
    if clipping.any() {
        render = render.with_clipping_mask(clipping).map_err(Failure::Render)?;
    }
    while let Progress::Pending { fraction } = render.step().map_err(Failure::Render)? {
        #[cfg(feature = "hooks")]
        crate::fault_injection::at_band();
        if !slice.should_continue(fraction).await {
            return Ok(Reply::Cancelled { job, recycled_buffer });
        }
    }
    #[cfg(feature = "hooks")]
    crate::fault_injection::at_band();
    let view = safelight_protocol::View { width: render.width(), height: render.height(), ..view };
    let pixels = fill_recycled_buffer(render.pixels(), recycled_buffer).map_err(|_| Failure::NoBuffer)?;
    let mask = render.clipping_mask().map(|mask| fill_recycled_buffer(mask, None));
    let clipping_mask = mask.transpose().map_err(|_| Failure::NoBuffer)?;
    let histogram = to_uint32_array(&render.histogram().map(Histogram::to_vec).unwrap_or_default());
    Ok(Reply::Rendered { job, view, worker_ms: slice.elapsed_ms(), pixels, clipping_mask, histogram })
}

/// Renders everything at full size and encodes it as PNG.
async fn export(
    photo: Option<&mut OpenImage>,
    job: u32,
    recipe: &Recipe,
    mut slice: TimeSlice<'_>,
) -> Result<Reply, Failure> {
    let photo = photo.ok_or(Failure::NoPhoto)?;
    let mut export = photo.export(recipe).map_err(Failure::Render)?;
    let mut writer = BlobWriter::default();
    while let Progress::Pending { fraction } =
        export.step(&mut |bytes| writer.write(bytes)).map_err(Failure::Render)?
    {
        if !slice.should_continue(fraction).await {
            return Ok(Reply::Cancelled { job, recycled_buffer: None });
        }
    }
    let crc32 = writer.crc32();
    let file = writer.finish("image/png").map_err(|_| Failure::NoBuffer)?;
    Ok(Reply::Exported { job, file, crc32, worker_ms: slice.elapsed_ms() })
}
