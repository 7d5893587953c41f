//! Operations on pixels that several filters are made of.

pub mod box_mean;
pub mod colour_matrix;
pub mod combine_with_blur;
pub mod gaussian;
pub mod histogram;
pub mod line_blur;
pub mod min_max;
pub mod neighbour_rows;
pub mod orientation;
pub mod premultiplied_rows;
pub mod resample;
pub mod weighted_sum;
