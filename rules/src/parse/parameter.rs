//! `parameters`: figures with a name, which may change from a day on.

use super::amount::{self, FigureValue};
use super::fact;
use crate::diagnostic::Diagnostics;
use crate::source::Spanned;
use crate::yaml::Node;

/// A figure with a name.
#[derive(Clone, Debug)]
pub(crate) struct ParameterDecl {
    pub(crate) name: Spanned<String>,
    pub(crate) value: FigureValue,
}

/// Reads one parameter.
pub(super) fn parameter(
    key: &Node,
    value: &Node,
    diagnostics: &mut Diagnostics,
) -> Option<ParameterDecl> {
    let name = fact::condition_name(key, diagnostics);
    let value = amount::figure_value(value, diagnostics);
    Some(ParameterDecl { name: name?, value: value? })
}
