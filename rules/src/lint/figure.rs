//! Figures of awards against the figure inventories of the articles that they cite.

use std::collections::{BTreeMap, BTreeSet};

use mingbai_core::{Citation, Comparison, Decimal};

use crate::diagnostic::{Code, Diagnostics};
use crate::expression::{Bound, Expr, ExprKind};
use crate::inventory::{Measure, letters, scan, times};
use crate::parse::{
    AmountDecl, ArticleDecl, ConditionDecl, ConditionKind, Declarations, DocumentDecl,
    FigureDecl, FigureValue, GroupRuleDecl, ListedFigure,
};
use crate::resolve::{Resolved, Written};
use crate::source::Span;

/// Every figure that awards and groups write, by the document and the article they cite.
#[derive(Debug, Default)]
pub(crate) struct Uses {
    by_article: BTreeMap<(String, String), Vec<Use>>,
    /// Articles that an award cites, with figures or without.
    cited: BTreeSet<(String, String)>,
    /// An award was refused; it may be the one that uses a figure.
    partial: bool,
}

#[derive(Debug)]
struct Use {
    span: Span,
    /// As it is written.
    text: String,
    measure: Measure,
    /// A constant that states an event (`>= 1 项`) may stand where the text has no figure.
    event: bool,
}

impl Uses {
    /// Takes in the awards and groups of one folder.
    pub(crate) fn gather(&mut self, resolved: &Resolved<'_>) {
        let own = resolved.scope.own;
        self.partial |= !resolved.scope.sound()
            || own.awards.len() != resolved.awards.len()
            || own.groups.len() != resolved.groups.len()
            || !own.garbled.is_empty();
        let named = resolved.scope.parameters();
        let named: Parameters<'_> =
            named.map(|it| (it.name.value.as_str(), &it.value)).collect();
        for award in &resolved.awards {
            let cite = &award.award.cite;
            self.cite(cite);
            for (criterion, written) in award.award.criteria.iter().zip(&award.written) {
                self.cite(&criterion.cite);
                if let Written::Condition(condition) = written {
                    let mut reader = Reader::new(&named);
                    reader.condition(condition);
                    self.take(&criterion.cite, reader);
                }
            }
            let mut reader = Reader::new(&named);
            reader.amount(&award.decl.amount.value, award.decl.amount.span);
            self.take(cite, reader);
        }
        for (decl, group) in &resolved.groups {
            if let GroupRuleDecl::Cap(cap) = &decl.rule {
                let mut reader = Reader::new(&named);
                reader.expression(cap);
                self.take(&group.cite, reader);
            }
        }
    }

    fn cite(&mut self, cite: &Citation) {
        self.cited.insert(key(cite));
    }

    fn take(&mut self, cite: &Citation, reader: Reader<'_>) {
        self.by_article.entry(key(cite)).or_default().extend(reader.uses);
    }

    fn of(&self, document: &str, article: &str) -> &[Use] {
        let key = (document.to_owned(), article.to_owned());
        self.by_article.get(&key).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether an award, or one of its criteria, cites the article.
    pub(crate) fn cites(&self, document: &str, article: &str) -> bool {
        self.cited.contains(&(document.to_owned(), article.to_owned()))
    }

    /// For each listed figure of an article, whether an award uses it: each needs a use of
    /// its own, while an award may use a figure that another one uses as well.
    pub(crate) fn used(&self, document: &str, article: &ArticleDecl) -> Vec<bool> {
        let uses = self.of(document, &article.number.value);
        let mut free: Vec<&Use> = uses.iter().collect();
        let listed = article.inventory.figures.as_deref().unwrap_or_default();
        let mut take = |figure: &ListedFigure| {
            let measure = Measure::of_text(&figure.text.value)?;
            // A use with the same unit before one that goes without.
            let same = free.iter().position(|it| it.measure == measure);
            let covered = || free.iter().position(|it| measure.covers(&it.measure));
            let at = same.or_else(covered)?;
            Some(free.remove(at))
        };
        listed.iter().map(|figure| !figure.aside && take(figure).is_some()).collect()
    }

    /// Reports listed figures that are none or that no award uses, and figures of awards
    /// that their article does not list.
    pub(crate) fn report(&self, folders: &[Declarations], diagnostics: &mut Diagnostics) {
        for document in folders.iter().flat_map(|folder| &folder.documents) {
            for article in document.articles.iter().chain(&document.headings) {
                shapes(article, diagnostics);
                self.unlisted(document, article, diagnostics);
                if !self.partial {
                    self.unused(document, article, diagnostics);
                }
            }
        }
    }

    fn unused(
        &self,
        document: &DocumentDecl,
        article: &ArticleDecl,
        diagnostics: &mut Diagnostics,
    ) {
        let id = &document.id.value;
        let number = &article.number.value;
        let listed = article.inventory.figures.as_deref().unwrap_or_default();
        for (figure, used) in listed.iter().zip(self.used(id, article)) {
            if figure.aside || used {
                continue;
            }
            let text = &figure.text.value;
            let measure = Measure::of_text(text);
            let uses = self.of(id, number).iter();
            let uses = uses.filter(|it| {
                measure.as_ref().is_some_and(|figure| figure.covers(&it.measure))
            });
            let message = match uses.count() {
                0 => format!("no award uses the figure `{text}` of article {number}"),
                uses => format!(
                    "article {number} lists `{text}` more often than awards use it, which \
                     is {}",
                    times(uses)
                ),
            };
            diagnostics.report(Code::UnusedFigure, figure.text.span, message).hint(format!(
                "write the award that uses it, or say why none does: `{{figure: {text}, \
                 aside: {{zh: …, en: …}}}}`"
            ));
        }
    }

    fn unlisted(
        &self,
        document: &DocumentDecl,
        article: &ArticleDecl,
        diagnostics: &mut Diagnostics,
    ) {
        // Nobody has listed this article's figures.
        let Some(listed) = article.inventory.figures.as_deref() else { return };
        let id = &document.id.value;
        let number = &article.number.value;
        for constant in self.of(id, number).iter().filter(|it| !it.event) {
            let covers = |figure: &&ListedFigure| {
                Measure::of_text(&figure.text.value)
                    .is_some_and(|measure| measure.covers(&constant.measure))
            };
            if listed.iter().filter(|figure| !figure.aside).any(|it| covers(&it)) {
                continue;
            }
            let aside = listed.iter().find(covers);
            let text = &constant.text;
            let message = match aside {
                Some(_) => format!("article {number} of `{id}` sets `{text}` aside"),
                None => format!("article {number} of `{id}` has no figure `{text}`"),
            };
            let diagnostic =
                diagnostics.report(Code::FigureNotInArticle, constant.span, message);
            if let Some(aside) = aside {
                diagnostic
                    .related(aside.text.span, "set aside here")
                    .hint("list it as a plain figure, or take it out of the award");
                continue;
            }
            let mut figures: Vec<&str> = listed
                .iter()
                .filter(|figure| !figure.aside)
                .map(|figure| figure.text.value.as_str())
                .collect();
            figures.dedup();
            diagnostic.hint(match figures.as_slice() {
                [] => "the inventory has no figure that an award may use; is another \
                       article meant?"
                    .to_owned(),
                figures => format!("its figures are {}", figures.join(", ")),
            });
        }
    }
}

fn key(cite: &Citation) -> (String, String) {
    (cite.document.to_string(), cite.article.clone())
}

/// Reports listed figures that the scanner would not find as they are written.
fn shapes(article: &ArticleDecl, diagnostics: &mut Diagnostics) {
    for figure in article.inventory.figures.iter().flatten() {
        let letters = letters(&figure.text.value);
        let found = scan(&letters);
        if let [one] = found.as_slice()
            && (one.start, one.end) == (0, letters.len())
        {
            continue;
        }
        let text = &figure.text.value;
        let message = format!("`{text}` is not one figure");
        let diagnostic = diagnostics.report(Code::NotAFigure, figure.text.span, message);
        let found: Vec<String> =
            found.iter().map(|figure| format!("`{}`", figure.written())).collect();
        diagnostic.hint(match found.as_slice() {
            [] => "digits are figures, and Chinese numerals with a unit; see \
                   rules/LANGUAGE.md"
                .to_owned(),
            found => format!("the figures in it are {}", found.join(", ")),
        });
    }
}

/// Collects the constants of conditions and amounts.
struct Reader<'d> {
    uses: Vec<Use>,
    parameters: &'d Parameters<'d>,
}

/// The figures of parameters, by name.
type Parameters<'d> = BTreeMap<&'d str, &'d FigureValue>;

impl<'d> Reader<'d> {
    fn new(parameters: &'d Parameters<'d>) -> Self {
        Self { uses: Vec::new(), parameters }
    }

    fn constant(&mut self, number: Decimal, unit: Option<&str>, span: Span, event: bool) {
        // Nothing is no figure.
        if number.is_zero() {
            return;
        }
        let text = match unit {
            Some("%") => format!("{number}%"),
            Some(unit) => format!("{number} {unit}"),
            None => number.to_string(),
        };
        let measure = Measure::of_constant(number, unit);
        self.uses.push(Use { span, text, measure, event });
    }

    fn condition(&mut self, condition: &ConditionDecl) {
        match &condition.kind {
            ConditionKind::Expr(expr) => self.expression(expr),
            ConditionKind::All(members) | ConditionKind::Any(members) => {
                members.iter().for_each(|member| self.condition(member));
            }
            ConditionKind::Not(inner) => self.condition(inner),
            ConditionKind::AtLeast { n, of } => {
                self.constant(n.value.into(), None, n.span, n.value == 1);
                of.iter().for_each(|member| self.condition(member));
            }
            ConditionKind::Review(_) => {}
            ConditionKind::Dated(series) => {
                series.iter().for_each(|(_, condition)| self.condition(condition));
            }
        }
    }

    fn amount(&mut self, amount: &AmountDecl, span: Span) {
        match amount {
            AmountDecl::Fixed(figure) | AmountDecl::UpTo(figure) => self.figure(figure),
            AmountDecl::Rate { percent, base, cap } => {
                self.figure(percent);
                self.figure(base);
                cap.iter().for_each(|cap| self.figure(cap));
            }
            AmountDecl::PerUnit { each, count, cap } => {
                self.figure(each);
                self.figure(count);
                cap.iter().for_each(|cap| self.figure(cap));
            }
            AmountDecl::Matching { grant, ratio, cap } => {
                self.figure(grant);
                let measure = Measure::ratio(*ratio);
                let text = format!("1:{}", ratio.normalize());
                self.uses.push(Use { span, text, measure, event: false });
                cap.iter().for_each(|cap| self.figure(cap));
            }
            AmountDecl::Tiers(tiers) => {
                for tier in tiers {
                    tier.when.iter().for_each(|when| self.condition(when));
                    self.amount(&tier.amount, tier.span);
                }
            }
            AmountDecl::Unspecified
            | AmountDecl::TaxPreference
            | AmountDecl::InKind
            | AmountDecl::Service
            | AmountDecl::Recognition => {}
        }
    }

    fn figure(&mut self, figure: &FigureDecl) {
        self.value(&figure.value);
    }

    fn value(&mut self, value: &FigureValue) {
        match value {
            FigureValue::Expr(expr) => self.expression(expr),
            FigureValue::Dated(series) => {
                series.iter().for_each(|(_, expr)| self.expression(expr));
            }
        }
    }

    fn expressions<'e>(&mut self, members: impl IntoIterator<Item = &'e Expr>) {
        members.into_iter().for_each(|member| self.expression(member));
    }

    fn expression(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Figure { number, unit } => {
                let unit = unit.as_ref().map(|unit| unit.value.as_str());
                self.constant(*number, unit, expr.span, false);
            }
            ExprKind::Name(name) => {
                // The figure counts where the parameter is named.
                if let Some(value) = self.parameters.get(name.as_str()) {
                    let before = self.uses.len();
                    self.value(value);
                    self.uses.iter_mut().skip(before).for_each(|it| it.span = expr.span);
                }
            }
            ExprKind::Text(_) | ExprKind::YesNo(_) => {}
            ExprKind::Not(inner) | ExprKind::Negative(inner) => self.expression(inner),
            ExprKind::And(members)
            | ExprKind::Or(members)
            | ExprKind::Sum(members)
            | ExprKind::Product(members) => self.expressions(members),
            ExprKind::Compare { left, is, right } => {
                self.comparison(left, is.value, right)
            }
            ExprKind::In { left, members, .. } => {
                self.expression(left);
                self.expressions(members);
            }
            ExprKind::Range { left, low, high, .. } => {
                self.expression(left);
                let ends: [&Bound; 2] = [low, high];
                ends.iter().for_each(|bound| self.expression(&bound.value));
            }
            ExprKind::Has { left, .. } => self.expression(left),
            ExprKind::Less(left, right) => self.expressions([&**left, &**right]),
            ExprKind::Quotient { dividend, divisor, otherwise } => {
                self.expressions([&**dividend, &**divisor]);
                self.expressions(otherwise.as_deref());
            }
            ExprKind::If { when, then, otherwise } => {
                self.expressions([&**when, &**then, &**otherwise]);
            }
            ExprKind::Call { function, arguments } => match arguments.as_slice() {
                [Expr { kind: ExprKind::Text(day), span }]
                    if function.value == "date" =>
                {
                    self.day(day, *span);
                }
                arguments => self.expressions(arguments),
            },
        }
    }

    /// A day in a condition counts as its year.
    fn day(&mut self, day: &str, span: Span) {
        let year = day.split('-').next().unwrap_or_default();
        if let Ok(year) = Decimal::from_str_exact(year) {
            self.constant(year, Some("年"), span, false);
        }
    }

    /// `x >= 1 项` and `1 项 <= x` state that something happened at all.
    fn comparison(&mut self, left: &Expr, is: Comparison, right: &Expr) {
        let event = |side: &Expr, sign: Comparison| match &side.kind {
            ExprKind::Figure { number, .. } => *number == Decimal::ONE && is == sign,
            _ => false,
        };
        for (side, sign) in [(left, Comparison::AtMost), (right, Comparison::AtLeast)] {
            let before = self.uses.len();
            self.expression(side);
            if event(side, sign) {
                self.uses.iter_mut().skip(before).for_each(|it| it.event = true);
            }
        }
    }
}
