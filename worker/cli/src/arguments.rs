//! The arguments of the command line.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use safelight_recipe::PRESETS;

use crate::filter::{FilterArgument, parse};

const EXIT_CODES: &str = "\
Exit codes: 0 all went well; 1 a photo failed, the others are written; 2 nothing was begun, because the
command line or a recipe cannot be meant.";

const FILTERS: &str = "\
A filter and its settings: --filter sepia, --filter gaussian-blur:sigma_px=4. Settings stand after a colon,
between commas; units may be left out, and what is not set has its default: blur:sigma=4. sepia:mix=60 mixes
60 % of the result with what the filter was given, its \"strength\" in a recipe. colour-table:cube=FILE.cube
takes a file, whose name stands last.
`safelight filters` lists them all.";

/// A darkroom on the command line: the filters and the bytes of the page, for as many photos as you like.
#[derive(Debug, Parser)]
#[command(name = "safelight", version, after_help = EXIT_CODES, arg_required_else_help = true)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Filter photos and write them as PNG.
    #[command(after_help = EXIT_CODES)]
    Apply(Apply),
    /// List every filter with its settings.
    Filters {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// List every look.
    Looks {
        /// As JSON, with their recipes.
        #[arg(long)]
        json: bool,
    },
}

#[derive(Debug, Args)]
pub struct Apply {
    /// PNG or JPEG files; - is standard input.
    #[arg(required = true, value_name = "PHOTO")]
    pub photos: Vec<PathBuf>,
    /// Where the result goes: a .png file, a folder for files of the same names, or - for standard output.
    #[arg(short, long, value_name = "PATH")]
    pub output: PathBuf,
    #[command(flatten)]
    steps: Steps,
    /// Overwrite what is there already (but never one of the photos).
    #[arg(long)]
    pub force: bool,
    /// Photos to work on at a time [default: one per core].
    #[arg(short, long, value_name = "COUNT")]
    pub jobs: Option<NonZeroUsize>,
    /// What is done to each photo, in the order in which it was typed.
    #[arg(skip)]
    pub sources: Vec<Source>,
}

/// An argument that gives steps of the recipe.
#[derive(Debug, Clone)]
pub enum Source {
    Recipe(PathBuf),
    Look(String),
    Filter(FilterArgument),
}

#[derive(Debug, Args)]
#[group(required = true, multiple = true)]
struct Steps {
    /// A recipe as JSON.
    #[arg(short, long, value_name = "FILE")]
    recipe: Vec<PathBuf>,
    /// A look, see `safelight looks`.
    #[arg(short, long, value_name = "NAME", hide_possible_values = true)]
    #[arg(value_parser = PossibleValuesParser::new(PRESETS.iter().map(|look| look.id)))]
    look: Vec<String>,
    #[arg(short, long, value_name = "NAME[:SETTING=VALUE,…]", help = FILTERS, value_parser = parse)]
    filter: Vec<FilterArgument>,
}

impl Arguments {
    /// Parses the command line. Exits with a message where it is wrong.
    pub fn read() -> Self {
        let matches = Self::command().get_matches();
        let mut arguments = Self::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
        if let (Command::Apply(apply), Some((_, matches))) = (&mut arguments.command, matches.subcommand()) {
            apply.sources = in_order(matches, &apply.steps);
        }
        arguments
    }
}

fn in_order(matches: &ArgMatches, steps: &Steps) -> Vec<Source> {
    let places = |id: &str| matches.indices_of(id).into_iter().flatten();
    let recipes = steps.recipe.iter().cloned().map(Source::Recipe);
    let looks = steps.look.iter().cloned().map(Source::Look);
    let filters = steps.filter.iter().cloned().map(Source::Filter);
    let mut placed: Vec<(usize, Source)> = Vec::new();
    placed.extend(places("recipe").zip(recipes));
    placed.extend(places("look").zip(looks));
    placed.extend(places("filter").zip(filters));
    placed.sort_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, source)| source).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Arguments::command().debug_assert();
    }
}
