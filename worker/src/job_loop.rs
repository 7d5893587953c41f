//! Requests worked off one after another, in bands, on the one open photo.

use std::rc::Rc;

use js_sys::ArrayBuffer;
use safelight_engine::{Clip, Darkroom, Region, RenderError, Step, Tally, View, probe};
use safelight_protocol::{Extras, Failure, Reply, Request, buffer_for, numbers, read_into};
use safelight_recipe::Recipe;

use crate::{
    blob_writer::Pieces,
    request_queue::Inbox,
    responder::{Replies, no_buffer, no_photo, not_opened, not_rendered},
    scheduler::Pace,
    thumbnails::{self, Miniature},
};

/// Works for as long as the worker lives.
pub async fn work(inbox: Rc<Inbox>, replies: Replies) {
    let mut photo = None;
    let mut miniature: Option<Miniature> = None;
    loop {
        let (job, result) = match inbox.next().await {
            Request::Open { job, file } => {
                let opened = open(&mut photo, job, &file, &inbox, &replies);
                if opened.is_ok() {
                    miniature = None;
                }
                (job, opened)
            }
            Request::Render { job, recipe, view, extras, spent } => {
                let pace = Pace::start(&inbox, &replies, job);
                (job, render(photo.as_mut(), job, &recipe, (view, extras), spent, pace).await)
            }
            Request::Export { job, recipe } => {
                let pace = Pace::start(&inbox, &replies, job);
                (job, export(photo.as_mut(), job, &recipe, pace).await)
            }
            Request::Thumbnails { job, recipes, width, height } => {
                let pace = Pace::start(&inbox, &replies, job);
                let made = match photo.as_mut() {
                    Some(photo) => {
                        let place = (width, height);
                        thumbnails::develop(photo, &mut miniature, job, &recipes, place, pace).await
                    }
                    None => Err(no_photo()),
                };
                (job, made)
            }
            // The inbox keeps these to itself.
            Request::Cancel { .. } => continue,
        };
        replies.send(result.unwrap_or_else(|failure| Reply::Failed { job, failure }));
    }
}

/// Decodes a file. The photo before it stays open if that fails.
fn open(
    photo: &mut Option<Darkroom>,
    job: u32,
    file: &ArrayBuffer,
    inbox: &Inbox,
    replies: &Replies,
) -> Result<Reply, Failure> {
    let pace = Pace::start(inbox, replies, job);
    let bytes = read_into(file).map_err(|_| no_buffer())?;
    let header = probe(&bytes).map_err(|error| not_opened(&error))?;
    // Sent before the long, silent step, so that the page knows how patient to be.
    replies.send(Reply::Sized { job, width: header.width, height: header.height });
    #[cfg(feature = "hooks")]
    crate::fault_injection::at_open();
    let opened = Darkroom::open(&bytes).map_err(|error| not_opened(&error))?;
    let (width, height, has_alpha) = (opened.width(), opened.height(), opened.has_alpha());
    *photo = Some(opened);
    Ok(Reply::Opened { job, width, height, has_alpha, worker_ms: pace.elapsed_ms() })
}

/// Develops a view into a buffer that the page gets.
async fn render(
    photo: Option<&mut Darkroom>,
    job: u32,
    recipe: &Recipe,
    (view, extras): (safelight_protocol::View, Extras),
    spent: Option<ArrayBuffer>,
    mut pace: Pace<'_>,
) -> Result<Reply, Failure> {
    let photo = photo.ok_or_else(no_photo)?;
    let failed = |error: RenderError| not_rendered(&error);
    let safelight_protocol::View { scale, x, y, width, height } = view;
    let mut render =
        photo.render(recipe, View { scale, region: Region { x, y, width, height } }).map_err(failed)?;
    if extras.counts {
        render = render.counting();
    }
    let clip = Clip { shadows: extras.shadows, highlights: extras.highlights };
    if clip.any() {
        render = render.marking(clip).map_err(failed)?;
    }
    while let Step::More { done } = render.step().map_err(failed)? {
        #[cfg(feature = "hooks")]
        crate::fault_injection::at_band();
        if !pace.go_on(done).await {
            return Ok(Reply::Dropped { job, spent });
        }
    }
    #[cfg(feature = "hooks")]
    crate::fault_injection::at_band();
    let view = safelight_protocol::View { width: render.width(), height: render.height(), ..view };
    let pixels = buffer_for(render.pixels(), spent).map_err(|_| no_buffer())?;
    let marks = render.marks().map(|marks| buffer_for(marks, None)).transpose().map_err(|_| no_buffer())?;
    let counts = numbers(&render.tally().map(Tally::numbers).unwrap_or_default());
    Ok(Reply::Rendered { job, view, worker_ms: pace.elapsed_ms(), pixels, marks, counts })
}

/// Develops everything and encodes it.
async fn export(
    photo: Option<&mut Darkroom>,
    job: u32,
    recipe: &Recipe,
    mut pace: Pace<'_>,
) -> Result<Reply, Failure> {
    let photo = photo.ok_or_else(no_photo)?;
    let failed = |error: RenderError| not_rendered(&error);
    let mut export = photo.export(recipe).map_err(failed)?;
    let mut pieces = Pieces::default();
    while let Step::More { done } = export.step(&mut |bytes| pieces.push(bytes)).map_err(failed)? {
        if !pace.go_on(done).await {
            return Ok(Reply::Dropped { job, spent: None });
        }
    }
    let crc = pieces.crc();
    let file = pieces.into_file("image/png").map_err(|_| no_buffer())?;
    Ok(Reply::Exported { job, file, crc, worker_ms: pace.elapsed_ms() })
}
