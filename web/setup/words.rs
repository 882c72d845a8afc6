//! Writes the page's words, one file a language, into a folder, which is made; prints those
//! of the start that `element.js` shows while the page is on its way.

use std::env;
use std::error::Error;
use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;

use mingbai_core::Language;
use mingbai_web::locale::{self, Words};
use serde_json::json;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::args_os().nth(1).ok_or("usage: words <folder>")?);
    fs::create_dir_all(&folder)?;
    let mut start = json!({});
    for language in Language::ALL {
        fs::write(folder.join(locale::name(language)), locale::content(language))?;
        let words = Words(language);
        start[language.tag()] = json!([words.start_title(), words.start_lead()]);
    }
    Ok(writeln!(io::stdout(), "{start}")?)
}
