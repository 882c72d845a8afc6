//! Fetches the page's words in one language, and packs: the index, the rules of one
//! jurisdiction, their words. Only GET requests for static files; nothing of the reader's
//! goes with them.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use js_sys::{Function, Promise, Uint8Array};
use mingbai_core::{
    AwardId, Jurisdiction, Language, Listing, Operator, Pack, PackError, PackFile, Table,
    Texts,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::locale::{self, Words, WordsError};
use crate::session::{Failure, FailureKind, Listed, Rules};

/// Which rules are wanted, where from, and in which language.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// The place, and which awards.
    pub source: Source,
    /// Whose; the first pack's where nobody said.
    pub jurisdiction: Option<Jurisdiction>,
    /// The language.
    pub language: Language,
    /// Whether the words of the start and the first question are enough for now.
    pub opening: bool,
    /// How often that was tried.
    pub attempt: u32,
}

/// Where rules come from, and which of them the page is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// Where the packs are, with a slash at the end.
    pub base: String,
    /// Where the page's own words are, with a slash at the end.
    pub words: String,
    /// The only awards wanted, where a pack has any of them; empty: all.
    pub awards: Vec<AwardId>,
}

/// `packs/index.json`, once it has come, and what the operator adds, once that has.
#[derive(Debug)]
pub struct Index(mingbai_core::Index, OnceCell<Rc<Operator>>);

/// The text in a language, or in the first one there is.
fn in_language(texts: &Table<Language, String>, language: Language) -> Option<&String> {
    texts.get(&language).or_else(|| texts.values().next())
}

impl Index {
    /// The packs there are, named in a language.
    pub fn listed(&self, language: Language) -> Vec<Listed> {
        let name = |entry: &Listing| {
            let own = in_language(&entry.name, language);
            own.cloned().unwrap_or_else(|| entry.jurisdiction.to_string())
        };
        let listed = self
            .0
            .packs
            .iter()
            .map(|entry| Listed { jurisdiction: entry.jurisdiction, name: name(entry) });
        listed.collect()
    }

    /// Fetches the index, beginning at once.
    ///
    /// # Errors
    ///
    /// It did not come, or is no index of this version.
    pub fn fetch(base: &str) -> impl Future<Output = Result<Self, Failure>> + use<> {
        let text = get(format!("{base}index.json"), "INDEX");
        async {
            let index = mingbai_core::Index::from_json(&text.await?);
            index
                .map(|it| Self(it, OnceCell::new()))
                .map_err(|error| refused("INDEX", &error))
        }
    }

    /// Fetches what is wanted. `have` is a pack already loaded, whose words alone are then
    /// fetched. All words are read only once the rest of the module is there: whatever is
    /// done with them takes it.
    ///
    /// # Errors
    ///
    /// No such pack is listed, a file did not come, or it was refused.
    pub async fn rules(
        &self,
        wanted: &Wanted,
        have: Option<Arc<Pack>>,
    ) -> Result<Rules, Failure> {
        let Wanted { source: Source { base, awards, .. }, language, .. } = wanted;
        let holds = |entry: &&Listing| {
            wanted.jurisdiction.is_none_or(|wanted| entry.jurisdiction.contains(wanted))
        };
        let missing = || Failure {
            code: "MB-PACK-NONE".to_owned(),
            kind: FailureKind::Missing,
            detail: match wanted.jurisdiction {
                Some(code) => format!("no pack of {code} in {base}index.json"),
                None => format!("no pack at all in {base}index.json"),
            },
        };
        let entry = self.0.packs.iter().find(holds).ok_or_else(missing)?;
        let opening = entry.opening.get(language).filter(|_| wanted.opening);
        let whole = opening.is_none();
        let words = opening.or_else(|| in_language(&entry.texts, *language));
        let words = words.ok_or_else(missing)?;
        let same = |pack: &Arc<Pack>| pack.file().jurisdiction == entry.jurisdiction;
        let texts = get(format!("{base}{words}"), "TEXT");
        let operator = self.operator(base);
        if whole && !rest().await {
            return Err(Failure {
                code: NO_REST.to_owned(),
                kind: FailureKind::Network,
                detail: "the second part of the module did not load".to_owned(),
            });
        }
        let pack = match have.filter(same) {
            Some(pack) => pack,
            None => {
                let pack = get(format!("{base}{}", entry.pack), "PACK").await?;
                let refused = |error: PackError| refused("PACK", &error);
                // On a slow device each step takes long enough to be felt in what the
                // reader does meanwhile.
                let file = PackFile::from_json(&pack).map_err(refused)?;
                pass(0).await;
                let pack = Pack::load(only(file, awards)).map_err(refused)?;
                pass(0).await;
                Arc::new(pack)
            }
        };
        let texts = Texts::from_json(&texts.await?);
        let texts = texts.map_err(|error| refused("TEXT", &error))?;
        pass(0).await;
        if texts.version != pack.file().version {
            let detail = format!(
                "the words are of rules {}, the rules are {}",
                texts.version,
                pack.file().version
            );
            let kind = FailureKind::Newer;
            return Err(Failure { code: "MB-TEXT-MIXED".to_owned(), kind, detail });
        }
        Ok(Rules { pack, texts: Rc::new(texts), whole, operator: operator.await })
    }

    /// What the operator adds, asked for at once where it is not there yet. Without it, and
    /// where it is not understood, the page goes on; the console is told.
    fn operator(&self, base: &str) -> impl Future<Output = Rc<Operator>> {
        let known = &self.1;
        let name = self.0.operator.as_ref().filter(|_| known.get().is_none());
        let file = name.map(|name| get(format!("{base}{name}"), "OPERATOR"));
        async move {
            let read = match file {
                None => Ok(Operator::default()),
                Some(file) => file.await.and_then(|file| {
                    Operator::from_json(&file).map_err(|error| Failure {
                        code: "MB-OPERATOR-JSON".to_owned(),
                        kind: FailureKind::Broken,
                        detail: error.to_string(),
                    })
                }),
            };
            let read = read.unwrap_or_else(|failure| {
                warn(&failure);
                Operator::default()
            });
            Rc::clone(known.get_or_init(|| Rc::new(read)))
        }
    }
}

thread_local! {
    /// Gives the answer for an address, which it may have asked for before.
    static ANSWER: RefCell<Option<Function>> = const { RefCell::new(None) };
    /// Loads the part of the module that the start does without (`setup/split.mjs`).
    static REST: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// The code of a failure to load the rest of the module.
pub const NO_REST: &str = "MB-WASM-LOAD";

/// Takes the functions of the element that give the answer for an address, and load the rest
/// of the module; each gives a promise.
pub fn take(answer: Option<Function>, rest: Option<Function>) {
    ANSWER.set(answer);
    REST.set(rest);
}

/// Waits for the rest of the module; false where it did not come. Then the next who wants
/// it tries again, and whatever goes on without it holds up the whole browser tab.
pub async fn rest() -> bool {
    let Some(load) = REST.with_borrow(Clone::clone) else { return true };
    let coming = load.call0(&JsValue::NULL).and_then(JsCast::dyn_into::<Promise>);
    let Ok(coming) = coming else { return false };
    JsFuture::from(coming).await.is_ok()
}

/// Lets so many milliseconds pass.
pub async fn pass(milliseconds: i32) {
    let Some(window) = web_sys::window() else { return };
    let mut begin = |end: Function, _| {
        let _ = window
            .set_timeout_with_callback_and_timeout_and_arguments_0(&end, milliseconds);
    };
    let _ = JsFuture::from(Promise::new(&mut begin)).await;
}

/// Tells the console of a failure.
pub fn warn(failure: &Failure) {
    let Failure { code, detail, .. } = failure;
    web_sys::console::warn_1(&format!("mingbai: {code}, {detail}").into());
}

/// The rules with these of their awards alone; the whole of them, where they have none of
/// these.
fn only(mut file: PackFile, awards: &[AwardId]) -> PackFile {
    if file.awards.iter().any(|award| awards.contains(&award.id)) {
        file.awards.retain(|award| awards.contains(&award.id));
        for group in &mut file.groups {
            group.awards.retain(|id| awards.contains(id));
        }
        file.groups.retain(|group| !group.awards.is_empty());
    }
    file
}

/// A file that came and was refused. `what` goes into the code: `MB-TEXT-VERSION`.
fn refused(what: &str, error: &PackError) -> Failure {
    let kind = match error {
        PackError::Schema { .. } => FailureKind::Newer,
        _ => FailureKind::Broken,
    };
    let code = error.code().replacen("PACK", what, 1);
    Failure { code, kind, detail: error.to_string() }
}

/// Fetches the page's words in a language, unless they are known, beginning at once.
///
/// # Errors
///
/// The file did not come, is broken or of another build.
pub fn words(
    base: &str,
    language: Language,
) -> impl Future<Output = Result<(), Failure>> + use<> {
    let known = Words(language).known();
    let file =
        (!known).then(|| get(format!("{base}{}", locale::name(language)), "WORDS"));
    async move {
        let Some(file) = file else { return Ok(()) };
        locale::take(language, &file.await?).map_err(|error| Failure {
            code: error.code().to_owned(),
            kind: match error {
                WordsError::Json => FailureKind::Broken,
                WordsError::Version => FailureKind::Newer,
            },
            detail: error.to_string(),
        })
    }
}

/// The text behind an address, asked for at once. `what` goes into the code: `MB-PACK-404`.
fn get(url: String, what: &'static str) -> impl Future<Output = Result<String, Failure>> {
    let response = ANSWER.with_borrow(|answer| {
        let response = answer.as_ref()?.call1(&JsValue::NULL, &url.as_str().into());
        Some(JsFuture::from(response.ok()?.dyn_into::<Promise>().ok()?))
    });
    async move {
        let failed = |suffix: String, detail: String| Failure {
            code: format!("MB-{what}-{suffix}"),
            kind: FailureKind::Network,
            detail: format!("{url}: {detail}"),
        };
        let said = |error: JsValue| String::from(js_sys::Object::from(error).to_string());
        let network = |error: JsValue| failed("NETWORK".to_owned(), said(error));
        let Some(response) = response else {
            return Err(failed("NETWORK".to_owned(), "no way to ask".to_owned()));
        };
        let response: Response =
            response.await.map_err(network)?.dyn_into().map_err(network)?;
        if !response.ok() {
            let status = response.status();
            return Err(failed(status.to_string(), format!("answered {status}")));
        }
        // As bytes: as a text of JavaScript it would be recoded twice.
        let bytes = response.array_buffer().map_err(network)?;
        let bytes = Uint8Array::new(&JsFuture::from(bytes).await.map_err(network)?);
        let bytes = bytes.to_vec();
        let text = String::from_utf8_lossy(
            bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes),
        );
        Ok(text.into_owned())
    }
}
