//! From an open photo to the pixels of a region, band by band: the one way in which a picture is made, for the
//! screen and for a file.

use std::ops::Range;
use std::sync::Arc;

use safelight_kernels::{Cube, PixelOrigin, Region, Window};
use safelight_recipe::{FilterStep, Normalised, Recipe};

use super::band::{copy, mix};
use super::pass_geometry::{Frame, Scale, frames};
use super::plan::{Head, Pass, Plan};
use super::pointwise::Found;
use crate::RenderError;
use crate::image::scaled_source::Source;
use crate::memory::budget::{Budget, MAX_MEGAPIXELS};
use crate::memory::cache::{Cache, Key};

/// Pixels of one band, where each costs 1.
const BAND_PIXELS: usize = 1 << 20;
/// Bytes that are copied before they are worked on: few enough to stay in the second cache.
const NEAR_BYTES: usize = 1 << 16;
/// Where a pixel costs less, it is the memory that takes the time.
const LEAST_COST: usize = 4;
/// The part of a stack that is worth keeping costs so much more than reading it back.
const WORTH_KEEPING: usize = 3;

/// A picture in the making: passes that are prepared band by band, and a last one whose bands are the result.
#[derive(Debug)]
pub struct Develop {
    plan: Plan,
    steps: Vec<FilterStep>,
    source: (u32, u32),
    scale: Scale,
    /// What each pass reads and what it makes, at this scale.
    frames: Vec<Frame>,
    /// The pass that is being prepared; those before are done, or not needed.
    now: usize,
    /// What measured filters found.
    findings: Vec<Option<Arc<[u8]>>>,
    counting: Option<Counting>,
    work_done: usize,
    work: usize,
}

/// A measured filter at work.
#[derive(Debug)]
struct Counting {
    counters: Vec<u32>,
    rows_done: u32,
}

impl Develop {
    /// Plans a recipe for a view: a scale, and a region of the picture at that scale, which is cut to what there is;
    /// none means everything.
    pub fn new(
        recipe: &Recipe,
        scale: f64,
        region: Option<Region>,
        source: &mut Source,
        cache: &mut Cache,
        budget: &Budget,
    ) -> Result<Self, RenderError> {
        let Normalised { recipe: Recipe { steps, .. }, cubes, .. } =
            recipe.clone().normalise_with(cache.cubes())?;
        let photo = source.size();
        let plan = Plan::new(&steps, &cubes, photo, &[])?;
        cache.wanted(&steps);
        for pass in &plan.passes {
            let (width, height) = pass.after;
            if u64::from(width) * u64::from(height) > u64::from(MAX_MEGAPIXELS) * 1_000_000 {
                return Err(RenderError::TooLarge { width, height });
            }
        }
        let scale = Scale::new(scale, photo);
        let (width, height) = scale.size(plan.size());
        let region = region
            .unwrap_or(Region::whole((width, height)))
            .clamped(width, height)
            .ok_or(RenderError::EmptyRegion)?;
        let size = scale.size(photo);
        let key = Key { source: size, steps };
        let (plan, first) = with_cuts(&key, &cubes, photo, region, scale, cache)?;
        let frames = frames(&plan, region, scale);
        let mut developed = Self {
            steps: key.steps,
            source: size,
            scale,
            findings: vec![None; plan.passes.len()],
            plan,
            frames,
            now: first,
            counting: None,
            work_done: 0,
            work: 0,
        };
        if first == 0 {
            source.prepare(size, budget)?;
            developed.work = source.cost(size, developed.source_rows());
        }
        developed.work +=
            (first..developed.plan.passes.len()).map(|pass| developed.pass_work(pass)).sum::<usize>();
        Ok(developed)
    }

    /// The size of the whole result at this scale.
    pub fn size(&self) -> (u32, u32) {
        self.frames.last().map_or((0, 0), |frame| frame.after)
    }

    /// What is made of it.
    pub fn region(&self) -> Region {
        self.frames.last().map_or(Region::whole((0, 0)), |frame| frame.makes)
    }

    /// Does one band of what comes before the result. False once there is nothing left of that, and
    /// [`band`](Self::band) can be called.
    pub fn prepare(
        &mut self,
        source: &mut Source,
        cache: &mut Cache,
        budget: &Budget,
    ) -> Result<bool, RenderError> {
        if self.now == 0
            && let Some(work) = source.advance(self.source, self.source_rows())
        {
            self.work_done += work;
            return Ok(true);
        }
        if self.measure(source, cache) {
            return Ok(true);
        }
        if self.now + 1 == self.plan.passes.len() {
            return Ok(false);
        }
        let region = self.frames[self.now].makes;
        let key = self.key(self.plan.passes[self.now].steps.end);
        // What the next pass reads and what this one reads.
        let needed = [key.clone(), self.key(self.plan.passes[self.now].steps.start)];
        let mut picture = cache.take(&key, region, &needed, budget)?;
        let rows = self.rows_from(self.now, picture.rows_done);
        let row_bytes = region.width as usize * 4;
        let band = rows.start as usize * row_bytes..rows.end as usize * row_bytes;
        self.run(self.now, rows.clone(), source, cache, &mut picture.pixels[band]);
        self.work_done += self.band_work(self.now, &rows);
        picture.rows_done = rows.end;
        if rows.end == region.height {
            self.now += 1;
        }
        cache.put(picture);
        Ok(true)
    }

    /// The rows of the region that a band should have which begins with this one.
    pub fn rows_from(&self, pass: usize, first: u32) -> Range<u32> {
        let Frame { makes, .. } = self.frames[pass];
        let Pass { head, .. } = &self.plan.passes[pass];
        let cost = self.plan.passes[pass].cost().max(LEAST_COST);
        let rows = (BAND_PIXELS / cost / makes.width.max(1) as usize).max(1) as u32;
        let rows = match head {
            // Around each band, as much again is read above and below: it should not be much more than the band.
            Head::Neighbourhood(area, values) => {
                rows.max((area.radius_px)(values, self.scale.real).saturating_mul(2))
            }
            _ => rows,
        };
        first..first.saturating_add(rows).min(makes.height)
    }

    /// The same for the last pass.
    pub fn result_rows_from(&self, first: u32) -> Range<u32> {
        self.rows_from(self.plan.passes.len() - 1, first)
    }

    /// Makes these rows of the region, once everything is prepared. `out` holds exactly them.
    pub fn band(&mut self, rows: Range<u32>, source: &Source, cache: &Cache, out: &mut [u8]) {
        let last = self.plan.passes.len() - 1;
        self.run(last, rows.clone(), source, cache, out);
        self.work_done += self.band_work(last, &rows);
    }

    /// The part that is done, from 0 to just below 1.
    pub fn done(&self) -> f32 {
        (self.work_done as f32 / self.work.max(1) as f32).min(0.999)
    }

    /// Counts one band for the measured filter that the pass at hand begins with. False if there is nothing to count.
    fn measure(&mut self, source: &Source, cache: &mut Cache) -> bool {
        let pass = &self.plan.passes[self.now];
        let Head::Analysed(analysed, values) = &pass.head else { return false };
        if self.findings[self.now].is_some() {
            return false;
        }
        let key = self.key(pass.steps.start + 1);
        if let Some(tables) = cache.finding(&key) {
            self.findings[self.now] = Some(tables);
            return false;
        }
        let picture = self.frames[self.now].before;
        let mut counting = self.counting.take().unwrap_or_else(|| Counting {
            counters: vec![0; (analysed.bins)(values, picture)],
            rows_done: 0,
        });
        let input = self.input(self.now, source, cache);
        let rows = (BAND_PIXELS / LEAST_COST / picture.0.max(1) as usize).max(1) as u32;
        let end = counting.rows_done.saturating_add(rows).min(picture.1);
        for y in counting.rows_done..end {
            let spot = PixelOrigin { y, scale: self.scale.real, ..PixelOrigin::whole(picture.0, picture.1) }
                .position(0);
            let row = input.row(i64::from(y)).as_flattened();
            (analysed.accumulate)(values, spot, row, &mut counting.counters);
        }
        self.work_done += (end - counting.rows_done) as usize * picture.0 as usize;
        counting.rows_done = end;
        if end == picture.1 {
            let tables = (analysed.finish)(values, picture, &counting.counters);
            cache.found(key, tables);
        } else {
            self.counting = Some(counting);
        }
        true
    }

    /// Runs one pass over these rows of what it makes.
    fn run(&self, index: usize, rows: Range<u32>, source: &Source, cache: &Cache, out: &mut [u8]) {
        let pass = &self.plan.passes[index];
        let frame = &self.frames[index];
        let band = Region { y: frame.makes.y + rows.start, height: rows.end - rows.start, ..frame.makes };
        let input = self.input(index, source, cache);
        match &pass.head {
            Head::Neighbourhood(area, values) => {
                (area.run)(values, &input, band, out);
                mix(pass.strength, &input, band, out);
                pass.points.run(None, &self.place(frame, band.y), out);
            }
            Head::Geometry(geometry, values) => {
                (geometry.run)(values, &pass.sizes(frame), &input, band, out);
                pass.points.run(None, &self.place(frame, band.y), out);
            }
            Head::Copy => self.run_points(pass, None, &input, frame, band, out),
            Head::Analysed(analysed, values) => {
                let tables = self.findings[index].as_deref().unwrap_or_default();
                let found = Found { apply: analysed.apply, values, tables, strength: pass.strength };
                self.run_points(pass, Some(found), &input, frame, band, out);
            }
        }
    }

    /// Copies a few rows at a time, and works on them while they are near.
    fn run_points(
        &self,
        pass: &Pass,
        found: Option<Found>,
        input: &Window,
        frame: &Frame,
        band: Region,
        out: &mut [u8],
    ) {
        let row_bytes = band.width as usize * 4;
        let rows = (NEAR_BYTES / row_bytes.max(1)).max(1);
        for (y, out) in (band.y..).step_by(rows).zip(out.chunks_mut((rows * row_bytes).max(1))) {
            copy(input, Region { y, ..band }, out);
            pass.points.run(found, &self.place(frame, y), out);
        }
    }

    /// Where a band of what a pass makes begins.
    fn place(&self, frame: &Frame, y: u32) -> PixelOrigin {
        let ((width, height), Region { x, width: row_px, .. }) = (frame.after, frame.makes);
        PixelOrigin { x, y, row_px, width, height, scale: self.scale.real }
    }

    /// What a pass reads.
    fn input<'a>(&self, index: usize, source: &'a Source, cache: &'a Cache) -> Window<'a> {
        let frame = &self.frames[index];
        let from_source = source.window(self.source, self.scale.real);
        if index == 0 {
            return from_source;
        }
        let kept = cache.get(&self.key(self.plan.passes[index].steps.start), frame.needs);
        // The pass before has just made it.
        let kept = kept.expect("each pass finds what the one before has made");
        Window { rgba: &kept.pixels, region: kept.region, picture: frame.before, ..from_source }
    }

    /// The key of what the first so many steps make.
    fn key(&self, steps: usize) -> Key {
        Key { source: self.source, steps: self.steps[..steps].to_vec() }
    }

    /// The rows of the source that the first pass reads.
    fn source_rows(&self) -> u32 {
        self.frames.first().map_or(0, |frame| frame.needs.y + frame.needs.height)
    }

    fn pass_work(&self, index: usize) -> usize {
        let counted = match self.plan.passes[index].head {
            Head::Analysed(..) => {
                let (width, height) = self.frames[index].before;
                width as usize * height as usize
            }
            _ => 0,
        };
        counted + self.band_work(index, &(0..self.frames[index].makes.height))
    }

    fn band_work(&self, index: usize, rows: &Range<u32>) -> usize {
        rows.len() * self.frames[index].makes.width as usize * self.plan.passes[index].cost().max(1)
    }
}

/// The plan with an end of a pass wherever a picture is kept or worth keeping, and the first pass that has to run.
fn with_cuts(
    key: &Key,
    cubes: &[Option<Arc<Cube>>],
    photo: (u32, u32),
    region: Region,
    scale: Scale,
    cache: &Cache,
) -> Result<(Plan, usize), RenderError> {
    // What is being changed now will be changed again: what comes before it is kept.
    let unchanged = cache.unchanged();
    let with = |kept: usize| -> Result<Plan, RenderError> {
        let whole = Plan::new(&key.steps, cubes, photo, &[kept, unchanged])?;
        let keeps = unchanged > kept && whole.cost_of(unchanged) - whole.cost_of(kept) >= WORTH_KEEPING;
        Ok(if keeps { whole } else { Plan::new(&key.steps, cubes, photo, &[kept])? })
    };
    for kept in cache.prefixes(key) {
        let cut = with(kept)?;
        let frames = frames(&cut, region, scale);
        let first = cut.passes.iter().position(|pass| pass.steps.start == kept).filter(|first| *first > 0);
        let Some(first) = first else { continue };
        let steps = key.steps[..kept].to_vec();
        if cache.get(&Key { source: key.source, steps }, frames[first].needs).is_some() {
            return Ok((cut, first));
        }
    }
    Ok((with(0)?, 0))
}
