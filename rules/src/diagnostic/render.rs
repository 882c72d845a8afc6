//! Diagnostics as text with carets, and as JSON.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};
use serde::Serialize;

use super::{Diagnostic, Diagnostics, Severity};
use crate::source::{Sources, Span};

/// How diagnostics are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Plain,
    /// For people, with colours.
    Coloured,
    /// For editors: an array of objects.
    Json,
}

/// All diagnostics as one text.
pub fn render(diagnostics: &Diagnostics, sources: &Sources, format: Format) -> String {
    let renderer = match format {
        Format::Json => return json(diagnostics, sources),
        Format::Plain => Renderer::plain(),
        Format::Coloured => Renderer::styled(),
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut text = String::new();
    for diagnostic in diagnostics.iter() {
        text.push_str(&snippet(diagnostic, sources, &renderer));
        text.push_str("\n\n");
    }
    text
}

fn snippet(diagnostic: &Diagnostic, sources: &Sources, renderer: &Renderer) -> String {
    let level = match diagnostic.code.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(&diagnostic.message).id(diagnostic.code.id());
    let mut groups = vec![match diagnostic.span {
        Some(span) => {
            let mut annotation = AnnotationKind::Primary.span(range(sources, span));
            if let Some(label) = &diagnostic.label {
                annotation = annotation.label(label);
            }
            let related = diagnostic
                .related
                .iter()
                .filter(|(other, _)| other.file == span.file)
                .map(|(other, label)| {
                    AnnotationKind::Context.span(range(sources, *other)).label(label)
                });
            let here = Snippet::source(sources.text(span.file))
                .path(sources.path(span.file))
                .annotation(annotation)
                .annotations(related);
            let elsewhere = diagnostic
                .related
                .iter()
                .filter(|(other, _)| other.file != span.file)
                .map(|(other, label)| {
                    Snippet::source(sources.text(other.file))
                        .path(sources.path(other.file))
                        .annotation(
                            AnnotationKind::Context
                                .span(range(sources, *other))
                                .label(label),
                        )
                });
            Group::with_title(title).element(here).elements(elsewhere)
        }
        None => Group::with_title(title),
    }];
    match (&diagnostic.hint, &diagnostic.fix) {
        (hint, Some(fix)) => {
            let hint = hint.as_deref().unwrap_or("write it so");
            groups.push(
                Level::HELP.secondary_title(hint).element(
                    Snippet::source(sources.text(fix.span.file))
                        .path(sources.path(fix.span.file))
                        .patch(Patch::new(range(sources, fix.span), &fix.replacement)),
                ),
            );
        }
        (Some(hint), None) => {
            groups.push(Group::with_title(Level::HELP.secondary_title(hint)));
        }
        (None, None) => {}
    }
    renderer.render(&groups)
}

/// The span, kept inside the text whatever happens.
fn range(sources: &Sources, span: Span) -> std::ops::Range<usize> {
    let length = sources.text(span.file).len();
    span.start.min(length)..span.end.min(length)
}

#[derive(Serialize)]
struct Place<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct JsonDiagnostic<'a> {
    code: &'static str,
    severity: Severity,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
    #[serde(flatten)]
    place: Option<Place<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<JsonFix<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<JsonRelated<'a>>,
}

#[derive(Serialize)]
struct JsonFix<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    replacement: &'a str,
    sure: bool,
}

#[derive(Serialize)]
struct JsonRelated<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    label: &'a str,
}

fn place(sources: &Sources, span: Span) -> Place<'_> {
    let (line, column) = sources.line_and_column(span.file, span.start);
    let (end_line, end_column) = sources.line_and_column(span.file, span.end);
    Place { file: sources.path(span.file), line, column, end_line, end_column }
}

fn json(diagnostics: &Diagnostics, sources: &Sources) -> String {
    let all: Vec<JsonDiagnostic<'_>> = diagnostics
        .iter()
        .map(|found| JsonDiagnostic {
            code: found.code.id(),
            severity: found.code.severity(),
            message: &found.message,
            label: found.label.as_deref(),
            place: found.span.map(|span| place(sources, span)),
            hint: found.hint.as_deref(),
            fix: found.fix.as_ref().map(|fix| JsonFix {
                place: place(sources, fix.span),
                replacement: &fix.replacement,
                sure: fix.sure,
            }),
            related: found
                .related
                .iter()
                .map(|(span, label)| JsonRelated { place: place(sources, *span), label })
                .collect(),
        })
        .collect();
    // Strings and numbers always serialise.
    serde_json::to_string_pretty(&all).unwrap_or_default() + "\n"
}
