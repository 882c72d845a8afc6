//! Writes the page's words, one file a language, into a folder, which is made; prints those
//! of the start that `element.js` shows while the page is on its way.

use std::env;
use std::error::Error;
use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;

use mingbai_core::{Json, Language, Table};
use mingbai_web::locale::{self, Words};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args_os().nth(1).ok_or("usage: words <folder>")?);
    fs::create_dir_all(&folder)?;
    let mut start = Table::new();
    for language in Language::ALL {
        fs::write(folder.join(locale::name(language)), locale::content(language))?;
        let words = Words(language);
        let shown = [words.start_title(), words.start_lead()].map(Json::from);
        start.insert(language.tag().to_owned(), Json::List(shown.into()));
    }
    Ok(writeln!(io::stdout(), "{}", Json::Object(start))?)
}
