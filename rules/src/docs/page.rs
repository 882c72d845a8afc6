//! The pages of the catalogue as HTML: plain, without script or inline style.

use mingbai_core::{Language, Texts};

use super::award::{AwardPage, Line, Reader, Standing};
use super::html::Html;
use super::index::{DocumentEntry, Index};
use super::words::Words;

/// Where a page stands in the catalogue.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    /// The checker, seen from the catalogue's own folder.
    pub(super) base: &'a str,
    /// The languages of the pack.
    pub(super) languages: &'a [Language],
    pub(super) jurisdiction: &'a str,
}

/// What frames every page.
struct Frame<'a> {
    words: Words,
    title: &'a str,
    description: &'a str,
    /// The way up to the catalogue's own folder: `../../`, or nothing.
    up: &'static str,
    base: &'a str,
    /// The same page in each language; empty where one page serves all.
    versions: Vec<(Language, String)>,
    /// The version of the rules, where the page rests on one.
    version: Option<&'a str>,
}

/// The page of an award.
pub(super) fn award(reader: &Reader<'_>, page: &AwardPage, place: Place<'_>) -> String {
    let words = reader.words;
    let file = format!("{}.html", page.id);
    let heading = words.catalogue_of(&reader.texts.name);
    let title = format!("{} · {heading}", page.title);
    let frame = Frame::new(reader.texts, &title, &page.summary, place, &file);
    frame.write(|html| {
        html.element("nav", &[("aria-label", &words.place())], |html| {
            html.element("p", &[("class", "back")], |html| {
                html.leaf(
                    "a",
                    &[("href", "index.html")],
                    &words.all_of(&reader.texts.name),
                );
            });
        });
        html.element("article", &[], |html| {
            html.leaf("h1", &[], &page.title);
            if !page.summary.is_empty() {
                html.leaf("p", &[("class", "lead")], &page.summary);
            }
            html.leaf("p", &[("class", "glance")], &page.glance);
            section(html, &words.who(), |html| lines(html, words, "ul", &page.who));
            section(html, &words.conditions(), |html| match page.conditions.as_slice() {
                [] => html.leaf("p", &[], &words.no_conditions()),
                [only] => lines(html, words, "ul", std::slice::from_ref(only)),
                several => {
                    html.leaf("p", &[], &words.conditions_all());
                    lines(html, words, "ol", several);
                }
            });
            section(html, &words.amount(), |html| match page.amount.as_slice() {
                [only] if only.lines.is_empty() => {
                    html.element("p", &[], |html| line(html, words, only));
                }
                several => lines(html, words, "ul", several),
            });
            paragraph(html, &words.how_often(), &page.how_often);
            paragraph(html, &words.how_chosen(), &page.how_chosen);
            paragraph(html, &words.source(), &page.source);
            section(html, &words.validity(), |html| standings(html, &page.standings));
            let departments = match page.departments.is_empty() {
                true => words.not_in_charge(),
                false => page.departments.join(&words.comma()),
            };
            paragraph(html, &words.department(), &departments);
            if !page.notes.is_empty() {
                section(html, &words.notes(), |html| plain(html, "ul", &page.notes));
            }
            if !page.relations.is_empty() {
                section(html, &words.relations(), |html| {
                    for relation in &page.relations {
                        html.element("p", &[], |html| {
                            if let Some(rule) = &relation.rule {
                                html.leaf("b", &[], rule);
                                html.text(&words.full_stop());
                                html.text(if words.english() { " " } else { "" });
                            }
                            html.text(&relation.text);
                        });
                        html.element("ul", &[("class", "links")], |html| {
                            for (id, title) in &relation.others {
                                html.element("li", &[], |html| {
                                    let href = format!("{id}.html");
                                    html.leaf("a", &[("href", &href)], title);
                                });
                            }
                        });
                    }
                });
            }
            section(html, &words.next_steps(), |html| plain(html, "ol", &page.next));
        });
    })
}

/// The index of a jurisdiction.
pub(super) fn index(reader: &Reader<'_>, index: &Index, place: Place<'_>) -> String {
    let words = reader.words;
    let heading = words.catalogue_of(&reader.texts.name);
    let frame = Frame::new(reader.texts, &heading, &index.lead, place, "index.html");
    frame.write(|html| {
        html.element("nav", &[("aria-label", &words.place())], |html| {
            html.element("p", &[("class", "back")], |html| {
                html.leaf("a", &[("href", "../../index.html")], &words.all_cities());
            });
        });
        html.leaf("h1", &[], &heading);
        html.leaf("p", &[("class", "lead")], &index.lead);
        html.leaf("p", &[], &index.amounts);
        for (number, document) in index.documents.iter().enumerate() {
            html.element("section", &[("class", "document")], |html| {
                document_entry(html, words, number, document);
            });
        }
    })
}

fn document_entry(html: &mut Html, words: Words, number: usize, entry: &DocumentEntry) {
    let anchor = |article: usize| format!("d{}-a{}", number + 1, article + 1);
    html.leaf("h2", &[], &entry.title);
    standings(html, &entry.standings);
    if entry.articles.len() > 1 {
        let label = words.articles();
        html.element("nav", &[("aria-label", &label), ("class", "articles")], |html| {
            html.element("ul", &[], |html| {
                for (at, article) in entry.articles.iter().enumerate() {
                    let href = format!("#{}", anchor(at));
                    html.element("li", &[], |html| {
                        html.leaf("a", &[("href", &href)], &article.name);
                    });
                }
            });
        });
    }
    for (at, article) in entry.articles.iter().enumerate() {
        html.leaf("h3", &[("id", &anchor(at))], &article.name);
        html.element("ul", &[("class", "awards")], |html| {
            for award in &article.awards {
                let href = format!("{}.html", award.id);
                html.element("li", &[], |html| {
                    html.leaf("a", &[("href", &href)], &award.title);
                    html.leaf("p", &[("class", "sum")], &award.glance);
                    html.leaf("p", &[("class", "what")], &award.summary);
                    if let Some(standing) = &award.standing {
                        html.leaf("p", &[("class", "what")], standing);
                    }
                });
            }
        });
    }
}

/// The catalogue's first page: every city in every language.
pub(super) fn cities(packs: &[Vec<&Texts>], codes: &[String], base: &str) -> String {
    let words = Words(Language::ChineseSimplified);
    let title = words.catalogues();
    let frame = Frame {
        words,
        title: &title,
        description: &words.lead_all(),
        up: "",
        base,
        versions: Vec::new(),
        version: None,
    };
    frame.write(|html| {
        html.leaf("h1", &[], &words.catalogue());
        html.leaf("p", &[("class", "lead")], &words.lead_all());
        for language in Language::ALL {
            let tag = language.tag();
            let own = Words(language);
            html.element(
                "section",
                &[("lang", tag), ("id", tag), ("class", "cities")],
                |html| {
                    html.leaf("h2", &[], Words::own_name(language));
                    html.element("ul", &[("class", "links")], |html| {
                        for (texts, code) in packs.iter().zip(codes) {
                            let Some(texts) =
                                texts.iter().find(|it| it.language == language)
                            else {
                                continue;
                            };
                            let href = format!("{tag}/{code}/index.html");
                            html.element("li", &[], |html| {
                                let name = own.catalogue_of(&texts.name);
                                html.leaf(
                                    "a",
                                    &[("href", &href), ("hreflang", tag)],
                                    &name,
                                );
                            });
                        }
                    });
                },
            );
        }
    })
}

impl<'a> Frame<'a> {
    fn new(
        texts: &'a Texts,
        title: &'a str,
        description: &'a str,
        place: Place<'a>,
        file: &str,
    ) -> Self {
        let versions = place.languages.iter().map(|language| {
            let href = format!("../../{}/{}/{file}", language.tag(), place.jurisdiction);
            (*language, href)
        });
        Self {
            words: Words(texts.language),
            title,
            description,
            up: "../../",
            base: place.base,
            versions: versions.collect(),
            version: Some(&texts.version),
        }
    }

    fn write(&self, content: impl FnOnce(&mut Html)) -> String {
        let words = self.words;
        let mut html = Html::document();
        html.element("html", &[("lang", words.0.tag())], |html| {
            html.element("head", &[], |html| self.head(html));
            html.element("body", &[], |html| {
                html.leaf("a", &[("class", "skip"), ("href", "#content")], &words.skip());
                html.text("\n");
                html.element("header", &[], |html| self.bar(html));
                html.element("main", &[("id", "content"), ("tabindex", "-1")], content);
                html.element("footer", &[], |html| self.foot(html));
            });
        });
        html.finish()
    }

    fn head(&self, html: &mut Html) {
        html.void("meta", &[("charset", "utf-8")]);
        let viewport = "width=device-width, initial-scale=1";
        html.void("meta", &[("name", "viewport"), ("content", viewport)]);
        html.void("meta", &[("name", "color-scheme"), ("content", "light dark")]);
        html.void("meta", &[("name", "description"), ("content", self.description)]);
        html.leaf("title", &[], self.title);
        html.void("link", &[("rel", "icon"), ("href", "data:,")]);
        let sheet = format!("{}docs.css", self.up);
        html.void("link", &[("rel", "stylesheet"), ("href", &sheet)]);
        for (language, href) in &self.versions {
            let tag = language.tag();
            let link = [("rel", "alternate"), ("hreflang", tag), ("href", href)];
            html.void("link", &link);
        }
    }

    fn bar(&self, html: &mut Html) {
        let words = self.words;
        html.element("p", &[("class", "brand")], |html| {
            let home = format!("{}index.html", self.up);
            html.leaf("a", &[("href", &home)], &words.catalogues());
        });
        if self.versions.is_empty() {
            return;
        }
        html.element("nav", &[("aria-label", &words.languages())], |html| {
            html.element("ul", &[], |html| {
                for (language, href) in &self.versions {
                    let name = Words::own_name(*language);
                    let tag = language.tag();
                    html.element("li", &[], |html| match *language == words.0 {
                        true => html.leaf("b", &[("aria-current", "true")], name),
                        false => {
                            let link = [
                                ("href", href.as_str()),
                                ("lang", tag),
                                ("hreflang", tag),
                            ];
                            html.leaf("a", &link, name);
                        }
                    });
                }
            });
        });
    }

    fn foot(&self, html: &mut Html) {
        let words = self.words;
        let relative = !self.base.starts_with('/') && !self.base.contains("://");
        let checker = match relative {
            true => format!("{}{}", self.up, self.base),
            false => self.base.to_owned(),
        };
        html.element("p", &[("class", "links")], |html| {
            html.leaf("a", &[("href", &checker)], &words.check());
        });
        html.leaf("p", &[], &words.limits());
        if let Some(version) = self.version {
            html.leaf("p", &[], &words.version(version));
        }
    }
}

fn section(html: &mut Html, heading: &str, content: impl FnOnce(&mut Html)) {
    html.element("section", &[], |html| {
        html.leaf("h2", &[], heading);
        html.element("div", &[], content);
    });
}

fn paragraph(html: &mut Html, heading: &str, text: &str) {
    section(html, heading, |html| html.leaf("p", &[], text));
}

/// Items as a list; one alone needs none.
fn plain(html: &mut Html, list: &'static str, items: &[String]) {
    if let [only] = items {
        return html.leaf("p", &[], only);
    }
    html.element(list, &[], |html| {
        for item in items {
            html.leaf("li", &[], item);
        }
    });
}

/// The words of a line, with what is remarked about it.
fn line(html: &mut Html, words: Words, line: &Line) {
    let (text, remarks, colon) = line.parts(words);
    html.text(text);
    if !remarks.is_empty() {
        html.leaf("small", &[], &remarks);
    }
    html.text(colon);
}

/// Lines as a list; what a line introduces is a list inside it.
fn lines(html: &mut Html, words: Words, list: &'static str, all: &[Line]) {
    html.element(list, &[], |html| {
        for one in all {
            html.element("li", &[], |html| {
                line(html, words, one);
                if !one.lines.is_empty() {
                    lines(html, words, "ul", &one.lines);
                }
            });
        }
    });
}

fn standings(html: &mut Html, standings: &[Standing]) {
    html.element("ul", &[("class", "standings")], |html| {
        for standing in standings {
            let class = if standing.good { "good" } else { "open" };
            html.element("li", &[], |html| {
                html.leaf("b", &[("class", class)], &standing.name);
                html.text(" ");
                html.text(&standing.text);
            });
        }
    });
}
