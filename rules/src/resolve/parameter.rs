//! Parameters: figures with a name, in place of which the figure itself is read.

use mingbai_core::{Dated, Expression, ParameterId};

use super::Resolver;
use super::quantity::{Number, Quantity};
use crate::diagnostic::Code;
use crate::expression::{Expr, ExprKind};
use crate::parse::{FigureValue, ParameterDecl};
use crate::source::Span;

impl<'d> Resolver<'_, 'd> {
    /// Reads every parameter that the folder sees; what is refused stays unknown.
    pub(super) fn read_parameters(&mut self) {
        let all: Vec<&'d ParameterDecl> = self.scope.parameters().collect();
        for decl in all {
            let read = match &decl.value {
                FigureValue::Expr(expr) => {
                    self.plain_figure(expr).map(|it| (it.expression, it.quantity))
                }
                FigureValue::Dated(series) => self.dated(decl, series),
            };
            self.named.insert(&decl.name.value, read);
        }
    }

    /// The parameter of this name: its number as it reads at `span`; `Some(None)` where its
    /// declaration was refused.
    pub(super) fn parameter(&mut self, name: &str, span: Span) -> Option<Option<Number>> {
        let read = self.named.get(name)?.clone();
        self.used_parameters.insert(name.to_owned());
        Some(read.map(|(expression, quantity)| Number { expression, quantity, span }))
    }

    fn dated(
        &mut self,
        decl: &ParameterDecl,
        series: &[(mingbai_core::Date, Expr)],
    ) -> Option<(Expression, Quantity)> {
        let mut entries = Vec::new();
        let mut quantity: Option<Quantity> = None;
        for (from, expr) in series {
            let number = self.plain_figure(expr)?;
            if let Some(first) = &quantity
                && *first != number.quantity
            {
                let message = format!(
                    "expected {} as in the first entry, found {}",
                    first.describe(),
                    number.quantity.describe()
                );
                self.diagnostics
                    .report(Code::UnitMismatch, expr.span, message)
                    .hint("all entries of a series have one unit");
                return None;
            }
            entries.push(Dated { from: *from, is: number.constant()? });
            quantity = Some(number.quantity);
        }
        let id = ParameterId::from(decl.name.value.as_str());
        self.parameters.insert(id.clone(), entries);
        Some((Expression::Parameter(id), quantity?))
    }

    /// A figure, and nothing that is computed.
    fn plain_figure(&mut self, expr: &Expr) -> Option<Number> {
        let figure = match &expr.kind {
            ExprKind::Negative(inner) => &inner.kind,
            other => other,
        };
        if !matches!(figure, ExprKind::Figure { .. }) {
            self.diagnostics
                .report(
                    Code::BadSeries,
                    expr.span,
                    "a parameter holds plain figures only",
                )
                .hint("write `20 万元`, `20 件` or `50%`");
            return None;
        }
        self.number(expr)
    }
}
