//! How a filter is declared: everything about it stands in one constant of its file.
//!
//! The registry (`filters.rs`) makes three tables of these constants at compile time, and each user links only those
//! it reads: [`SPECS`](crate::SPECS) (ids and numbers), [`TEXTS`](crate::TEXTS) (what people read) and the code behind
//! [`kernel`](crate::kernel()).

use crate::{FilterText, Group, Kernel, Param, Spec, Text};

/// The declaration of a filter.
#[derive(Clone, Copy)]
pub(crate) struct Filter {
    /// See [`Spec::id`].
    pub id: &'static str,
    /// See [`FilterText::name`].
    pub name: Text,
    /// See [`FilterText::summary`].
    pub summary: Text,
    /// See [`FilterText::synonyms`].
    pub synonyms: Text,
    /// See [`Spec::group`].
    pub group: Group,
    /// Its parameters, in the order of the sliders.
    pub params: &'static [NamedParam],
    /// Its code, from which its [`Kind`](crate::Kind) follows.
    pub kernel: Kernel,
}

/// The declaration of a parameter.
#[derive(Clone, Copy)]
pub(crate) struct NamedParam {
    param: Param,
    name: Text,
}

/// Declares a parameter without unit in steps of 1, whose default is 0. It needs a [`range`](NamedParam::range).
pub(crate) const fn param(id: &'static str, name: Text) -> NamedParam {
    let param = Param { id, unit: "", min: 0.0, max: 0.0, step: 1.0, default: 0.0, example: 0.0 };
    NamedParam { param, name }
}

impl NamedParam {
    /// The smallest and the largest value.
    pub const fn range(mut self, min: f64, max: f64) -> Self {
        (self.param.min, self.param.max) = (min, max);
        self
    }

    /// The unit shown behind the number: `%`, `px`, `°` or `EV`.
    pub const fn unit(mut self, unit: &'static str) -> Self {
        self.param.unit = unit;
        self
    }

    /// The slider's step.
    pub const fn step(mut self, step: f64) -> Self {
        self.param.step = step;
        self
    }

    /// The value of a freshly added filter, which is also the example's. An [`example`](Self::example) comes after it.
    pub const fn default(mut self, default: f64) -> Self {
        (self.param.default, self.param.example) = (default, default);
        self
    }

    /// The value in the picker's small picture of this filter, for filters whose defaults change nothing.
    pub const fn example(mut self, example: f64) -> Self {
        self.param.example = example;
        self
    }
}

impl Filter {
    /// What does not need its code or texts. `params` are those of [`params`].
    pub const fn spec(&self, params: &'static [Param]) -> Spec {
        Spec { id: self.id, group: self.group, kind: self.kernel.kind(), params }
    }

    /// What people read of it. `params` are those of [`param_names`].
    pub const fn text(&self, params: &'static [Text]) -> FilterText {
        FilterText { id: self.id, name: self.name, summary: self.summary, synonyms: self.synonyms, params }
    }
}

/// The numbers of `N` declared parameters.
pub(crate) const fn params<const N: usize>(declared: &[NamedParam]) -> [Param; N] {
    let mut params = [param("", Text { en: "", de: "" }).param; N];
    let mut index = 0;
    while index < N {
        params[index] = declared[index].param;
        index += 1;
    }
    params
}

/// The names of `N` declared parameters.
pub(crate) const fn param_names<const N: usize>(declared: &[NamedParam]) -> [Text; N] {
    let mut names = [Text { en: "", de: "" }; N];
    let mut index = 0;
    while index < N {
        names[index] = declared[index].name;
        index += 1;
    }
    names
}
