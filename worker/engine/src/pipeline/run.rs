//! A run of the pipeline: from an open photo to the pixels of a region, band by band. Renders for the screen and
//! exports to a file both go through here, so they give the same pixels.

use std::ops::Range;
use std::sync::Arc;

use safelight_errors::{MAX_MEGAPIXELS, RenderError};
use safelight_kernels::{Cube, PixelOrigin, Region, Window};
use safelight_recipe::{FilterStep, Normalised, Recipe};

use super::band::{blend, copy};
use super::pass_geometry::{PassGeometry, Scale, pass_geometries};
use super::plan::{Pass, PassKernel, Plan};
use super::pointwise::TableOp;
use crate::image::scaled_source::ScaledSource;
use crate::memory::budget::Budget;
use crate::memory::cache::{Cache, Key};

/// Pixels of one band at a cost of 1 per pixel, a few milliseconds of work. Dearer passes have smaller bands.
const BAND_PIXELS: usize = 1 << 20;
/// Bytes that are copied before point operations run over them: 64 kB, which stay in the L2 cache.
const TILE_BYTES: usize = 1 << 16;
/// The lowest cost per pixel that a band is sized by. Below it, memory bandwidth takes the time.
const MIN_COST: usize = 4;
/// The least cost per pixel of the steps before a cache point that makes their result worth caching.
const MIN_CACHED_COST: usize = 3;

/// Passes that are prepared band by band, and a last pass whose bands are the result.
#[derive(Debug)]
pub struct PipelineRun {
    plan: Plan,
    steps: Vec<FilterStep>,
    /// The photo's size in pixels at this scale.
    source_size: (u32, u32),
    scale: Scale,
    /// Input and output region of each pass, at this scale.
    geometries: Vec<PassGeometry>,
    /// Index of the pass that is being prepared. Passes before it are done, or their result was cached.
    current: usize,
    /// The tables that analysed filters have made so far, one entry per pass.
    tables: Vec<Option<Arc<[u8]>>>,
    analysis: Option<Analysis>,
    work_done: usize,
    work: usize,
}

/// The first half of an analysed filter, under way: it reads the whole picture into bins.
#[derive(Debug)]
struct Analysis {
    bins: Vec<u32>,
    rows_done: u32,
}

impl PipelineRun {
    /// Plans a recipe for a view: a scale above 0 and up to 1, and a region in pixels of the result at that scale.
    /// The region is clamped to the result; `None` means all of it.
    ///
    /// # Errors
    /// [`RenderError::Recipe`] for an unknown filter or a broken colour table, [`RenderError::TooLarge`] for a pass
    /// over the pixel limit, [`RenderError::EmptyRegion`] for a region outside the result, and
    /// [`RenderError::Memory`].
    pub fn new(
        recipe: &Recipe,
        scale: f64,
        region: Option<Region>,
        source: &mut ScaledSource,
        cache: &mut Cache,
        budget: &Budget,
    ) -> Result<Self, RenderError> {
        let Normalised { recipe: Recipe { steps, .. }, cubes, .. } =
            recipe.clone().normalise_with(cache.cubes())?;
        let photo = source.photo_size();
        let plan = Plan::new(&steps, &cubes, photo, &[])?;
        cache.note_recipe(&steps);
        for pass in &plan.passes {
            let (width, height) = pass.output_size;
            if u64::from(width) * u64::from(height) > u64::from(MAX_MEGAPIXELS) * 1_000_000 {
                return Err(RenderError::TooLarge { width, height });
            }
        }
        let scale = Scale::new(scale, photo);
        let (width, height) = scale.size(plan.output_size());
        let region = region
            .unwrap_or(Region::whole((width, height)))
            .clamped(width, height)
            .ok_or(RenderError::EmptyRegion)?;
        let source_size = scale.size(photo);
        let key = Key { source_size, steps };
        let (plan, first) = plan_around_cache(&key, &cubes, photo, region, scale, cache)?;
        let geometries = pass_geometries(&plan, region, scale);
        let mut run = Self {
            steps: key.steps,
            source_size,
            scale,
            tables: vec![None; plan.passes.len()],
            plan,
            geometries,
            current: first,
            analysis: None,
            work_done: 0,
            work: 0,
        };
        if first == 0 {
            source.prepare(source_size, budget)?;
            run.work = source.cost(source_size, run.source_rows());
        }
        run.work += (first..run.plan.passes.len()).map(|pass| run.pass_work(pass)).sum::<usize>();
        Ok(run)
    }

    /// Width and height in pixels of the whole result at this scale.
    pub fn output_size(&self) -> (u32, u32) {
        self.geometries.last().map_or((0, 0), |geometry| geometry.output_size)
    }

    /// The region of the result that this run makes, after clamping.
    pub fn region(&self) -> Region {
        self.geometries.last().map_or(Region::whole((0, 0)), |geometry| geometry.output_region)
    }

    /// Does one band of the work before the last pass. Returns false once nothing of that is left, and
    /// [`render_band`](Self::render_band) can be called.
    ///
    /// # Errors
    /// [`RenderError::Memory`] when an intermediate image does not fit.
    pub fn prepare(
        &mut self,
        source: &mut ScaledSource,
        cache: &mut Cache,
        budget: &Budget,
    ) -> Result<bool, RenderError> {
        if self.current == 0
            && let Some(work) = source.advance(self.source_size, self.source_rows())
        {
            self.work_done += work;
            return Ok(true);
        }
        if self.analyse(source, cache) {
            return Ok(true);
        }
        if self.current + 1 == self.plan.passes.len() {
            return Ok(false);
        }
        let region = self.geometries[self.current].output_region;
        let key = self.key(self.plan.passes[self.current].steps.end);
        // The input of the next pass and the input of this one must stay.
        let needed = [key.clone(), self.key(self.plan.passes[self.current].steps.start)];
        let mut image = cache.take_or_create(&key, region, &needed, budget)?;
        let rows = self.band_rows(self.current, image.rows_done);
        let row_bytes = region.width as usize * 4;
        let band = rows.start as usize * row_bytes..rows.end as usize * row_bytes;
        self.run_pass(self.current, rows.clone(), source, cache, &mut image.pixels[band]);
        self.work_done += self.band_work(self.current, &rows);
        image.rows_done = rows.end;
        if rows.end == region.height {
            self.current += 1;
        }
        cache.put(image);
        Ok(true)
    }

    /// The rows of the result's region that a band has which starts at `first_row`.
    pub fn output_band_rows(&self, first_row: u32) -> Range<u32> {
        self.band_rows(self.plan.passes.len() - 1, first_row)
    }

    /// Makes these rows of the result's region, once [`prepare`](Self::prepare) has returned false. `out` holds
    /// exactly those rows, RGBA8 with straight alpha.
    pub fn render_band(&mut self, rows: Range<u32>, source: &ScaledSource, cache: &Cache, out: &mut [u8]) {
        let last = self.plan.passes.len() - 1;
        self.run_pass(last, rows.clone(), source, cache, out);
        self.work_done += self.band_work(last, &rows);
    }

    /// The fraction of the work that is done, from 0 to 0.999.
    pub fn fraction_done(&self) -> f32 {
        (self.work_done as f32 / self.work.max(1) as f32).min(0.999)
    }

    /// The rows of a pass's output region that a band has which starts at `first_row`.
    fn band_rows(&self, pass: usize, first_row: u32) -> Range<u32> {
        let PassGeometry { output_region, .. } = self.geometries[pass];
        let Pass { kernel, .. } = &self.plan.passes[pass];
        let cost = self.plan.passes[pass].cost().max(MIN_COST);
        let rows = (BAND_PIXELS / cost / output_region.width.max(1) as usize).max(1) as u32;
        let rows = match kernel {
            // Each band also reads the radius above and below. That overlap should not outweigh the band.
            PassKernel::Neighbourhood(neighbourhood, values) => {
                rows.max((neighbourhood.radius_px)(values, self.scale.actual).saturating_mul(2))
            }
            _ => rows,
        };
        first_row..first_row.saturating_add(rows).min(output_region.height)
    }

    /// Analyses one band for the current pass, if it starts with an analysed filter whose tables are not there yet.
    /// Returns whether there was a band to analyse.
    fn analyse(&mut self, source: &ScaledSource, cache: &mut Cache) -> bool {
        let pass = &self.plan.passes[self.current];
        let PassKernel::Analysed(analysed, values) = &pass.kernel else { return false };
        if self.tables[self.current].is_some() {
            return false;
        }
        let key = self.key(pass.steps.start + 1);
        if let Some(tables) = cache.tables(&key) {
            self.tables[self.current] = Some(tables);
            return false;
        }
        let input_size = self.geometries[self.current].input_size;
        let mut analysis = self
            .analysis
            .take()
            .unwrap_or_else(|| Analysis { bins: vec![0; (analysed.bins)(values, input_size)], rows_done: 0 });
        let input = self.input(self.current, source, cache);
        let rows = (BAND_PIXELS / MIN_COST / input_size.0.max(1) as usize).max(1) as u32;
        let end = analysis.rows_done.saturating_add(rows).min(input_size.1);
        for y in analysis.rows_done..end {
            let position =
                PixelOrigin { y, scale: self.scale.actual, ..PixelOrigin::whole(input_size.0, input_size.1) }
                    .position(0);
            let row = input.row(i64::from(y)).as_flattened();
            (analysed.accumulate)(values, position, row, &mut analysis.bins);
        }
        self.work_done += (end - analysis.rows_done) as usize * input_size.0 as usize;
        analysis.rows_done = end;
        if end == input_size.1 {
            let tables = (analysed.finish)(values, input_size, &analysis.bins);
            cache.put_tables(key, tables);
        } else {
            self.analysis = Some(analysis);
        }
        true
    }

    /// Runs one pass over these rows of its output region.
    fn run_pass(&self, index: usize, rows: Range<u32>, source: &ScaledSource, cache: &Cache, out: &mut [u8]) {
        let pass = &self.plan.passes[index];
        let geometry = &self.geometries[index];
        let output_region = geometry.output_region;
        let band = Region { y: output_region.y + rows.start, height: rows.end - rows.start, ..output_region };
        let input = self.input(index, source, cache);
        match &pass.kernel {
            PassKernel::Neighbourhood(neighbourhood, values) => {
                (neighbourhood.run)(values, &input, band, out);
                blend(pass.opacity, &input, band, out);
                pass.pointwise.run(None, &self.origin(geometry, band.y), out);
            }
            PassKernel::Geometry(filter, values) => {
                (filter.run)(values, &geometry.sizes(pass), &input, band, out);
                pass.pointwise.run(None, &self.origin(geometry, band.y), out);
            }
            PassKernel::Copy => self.run_pointwise(pass, None, &input, geometry, band, out),
            PassKernel::Analysed(analysed, values) => {
                let tables = self.tables[index].as_deref().unwrap_or_default();
                let op = TableOp { apply: analysed.apply, values, tables, opacity: pass.opacity };
                self.run_pointwise(pass, Some(op), &input, geometry, band, out);
            }
        }
    }

    /// Copies a few rows of the input at a time, and runs the point operations on them while they are in the cache.
    fn run_pointwise(
        &self,
        pass: &Pass,
        table_op: Option<TableOp>,
        input: &Window,
        geometry: &PassGeometry,
        band: Region,
        out: &mut [u8],
    ) {
        let row_bytes = band.width as usize * 4;
        let rows = (TILE_BYTES / row_bytes.max(1)).max(1);
        for (y, out) in (band.y..).step_by(rows).zip(out.chunks_mut((rows * row_bytes).max(1))) {
            copy(input, Region { y, ..band }, out);
            pass.pointwise.run(table_op, &self.origin(geometry, y), out);
        }
    }

    /// The position of a band that starts at row `y` of a pass's output.
    fn origin(&self, geometry: &PassGeometry, y: u32) -> PixelOrigin {
        let ((width, height), Region { x, width: row_px, .. }) =
            (geometry.output_size, geometry.output_region);
        PixelOrigin { x, y, row_px, width, height, scale: self.scale.actual }
    }

    /// The pixels that a pass reads: the scaled photo, or the cached output of the pass before.
    fn input<'a>(&self, index: usize, source: &'a ScaledSource, cache: &'a Cache) -> Window<'a> {
        let geometry = &self.geometries[index];
        let from_source = source.window(self.source_size, self.scale.actual);
        if index == 0 {
            return from_source;
        }
        let cached = cache.get(&self.key(self.plan.passes[index].steps.start), geometry.input_region);
        // The pass before has just put it there, and `prepare` protects it from eviction.
        let cached = cached.expect("the output of the pass before is cached");
        Window { rgba: &cached.pixels, region: cached.region, picture: geometry.input_size, ..from_source }
    }

    /// The cache key of the result of the first `steps` steps.
    fn key(&self, steps: usize) -> Key {
        Key { source_size: self.source_size, steps: self.steps[..steps].to_vec() }
    }

    /// How many rows of the scaled photo, from the top, the first pass reads.
    fn source_rows(&self) -> u32 {
        self.geometries.first().map_or(0, |geometry| geometry.input_region.y + geometry.input_region.height)
    }

    fn pass_work(&self, index: usize) -> usize {
        let analysed = match self.plan.passes[index].kernel {
            PassKernel::Analysed(..) => {
                let (width, height) = self.geometries[index].input_size;
                width as usize * height as usize
            }
            _ => 0,
        };
        analysed + self.band_work(index, &(0..self.geometries[index].output_region.height))
    }

    fn band_work(&self, index: usize, rows: &Range<u32>) -> usize {
        let width = self.geometries[index].output_region.width as usize;
        rows.len() * width * self.plan.passes[index].cost().max(1)
    }
}

/// Plans the passes so that one ends wherever an image is cached or worth caching. Returns the plan and the index of
/// the first pass that has to run.
fn plan_around_cache(
    key: &Key,
    cubes: &[Option<Arc<Cube>>],
    photo: (u32, u32),
    region: Region,
    scale: Scale,
    cache: &Cache,
) -> Result<(Plan, usize), RenderError> {
    // A step that changed since the last recipe is likely to change again: the result before it is worth caching.
    let unchanged = cache.common_prefix_len();
    let plan_from = |cached: usize| -> Result<Plan, RenderError> {
        let plan = Plan::new(&key.steps, cubes, photo, &[cached, unchanged])?;
        let is_worth_caching =
            unchanged > cached && plan.cost_of(unchanged) - plan.cost_of(cached) >= MIN_CACHED_COST;
        Ok(if is_worth_caching { plan } else { Plan::new(&key.steps, cubes, photo, &[cached])? })
    };
    for cached in cache.cached_prefix_lens(key) {
        let plan = plan_from(cached)?;
        let geometries = pass_geometries(&plan, region, scale);
        let first = plan.passes.iter().position(|pass| pass.steps.start == cached).filter(|first| *first > 0);
        let Some(first) = first else { continue };
        let steps = key.steps[..cached].to_vec();
        let prefix = Key { source_size: key.source_size, steps };
        if cache.get(&prefix, geometries[first].input_region).is_some() {
            return Ok((plan, first));
        }
    }
    Ok((plan_from(0)?, 0))
}
