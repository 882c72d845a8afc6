//! The subcommands of `mingbai`.

mod assess;
mod bar;
mod diff;
mod docs;
mod mutants;
mod operator;
mod sources;
mod watch;

use bar::Bar;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use mingbai_rules::{
    Code, Compilation, CompiledPack, Diagnostics, Format, Output, PacksError, Sources,
    read_packs, render, schema, serve,
};

/// Rules as data: check them, compile them, answer with them.
#[derive(Debug, Parser)]
#[command(name = "mingbai", version, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show everything that is wrong with the rules
    ///
    /// Exit code 0: no errors (there may be warnings). 1: errors.
    Check(CheckArguments),
    /// Compile the rules into packs for the page
    ///
    /// Writes index.json and, for each jurisdiction, the rules and their words in each
    /// language, under names that carry a hash of the content. On any error nothing is
    /// written and the exit code is 1.
    Compile(CompileArguments),
    /// Explain a diagnostic, or list them all
    Explain {
        /// The code, such as E0301; left out: a table of all codes
        code: Option<String>,
    },
    /// Answer for one applicant: which awards, how much, what is missing
    ///
    /// Exit code 0 whatever the verdicts. 1: the rules have errors. 2: a wrong
    /// jurisdiction, date or answer.
    Assess(assess::AssessArguments),
    /// Say in prose what changed between two states of the rules, and for whom
    ///
    /// Each is a folder of rules, a folder of compiled packs, or one compiled pack. Exit
    /// code 0, whether anything changed or not.
    Diff(diff::DiffArguments),
    /// Write the awards as pages to read: a static catalogue, or one award alone
    ///
    /// Plain HTML in every language, by city, document and article; it needs neither
    /// JavaScript nor WebAssembly.
    Docs(docs::DocsArguments),
    /// Change every threshold, operator and amount, and see whether a case notices
    ///
    /// Shows the changes that no case notices, each with a case that would, and those that
    /// the engine proves to make no difference. Exit code 0: every other change is noticed.
    /// 1: some are not, or the rules have errors.
    Mutants(mutants::MutantsArguments),
    /// Prove the figure inventories against the official texts
    ///
    /// Shows every figure and every reward word that text and inventory do not share, how
    /// much of each document is accounted for, and files that quote a text. Exit code 0:
    /// nothing is wrong, or no text was found. 1: something is wrong, or CI=true and a
    /// text is missing.
    Sources(sources::SourcesArguments),
    /// Print the JSON Schema of rule files, for editors
    Schema,
    /// Serve a built site as a portal would, with rules that are being edited
    Serve(ServeArguments),
}

#[derive(Debug, Args)]
struct CheckArguments {
    /// Put right in the files whatever changes how something is written and not what is
    /// meant, then check again
    #[arg(long)]
    fix: bool,
    /// The folder that holds one folder for each jurisdiction
    #[arg(value_name = "RULES_DIR")]
    rules: Option<PathBuf>,
    /// How diagnostics are written
    #[arg(long, value_enum, default_value_t)]
    format: Style,
}

#[derive(Debug, Args)]
struct CompileArguments {
    /// The folder that holds one folder for each jurisdiction
    #[arg(value_name = "RULES_DIR")]
    rules: Option<PathBuf>,
    /// Where the packs go; made where it is missing
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// A file with links, windows and contacts of awards, laid beside the packs and named
    /// in their index (web/EMBEDDING.md)
    #[arg(long, value_name = "FILE")]
    operator: Option<PathBuf>,
    /// How diagnostics are written
    #[arg(long, value_enum, default_value_t)]
    format: Style,
}

#[derive(Debug, Args)]
struct ServeArguments {
    /// A directory with files; given again, the next ones are looked into in order
    #[arg(long, value_name = "DIR", required = true)]
    dir: Vec<PathBuf>,
    /// A folder of rules: watched, compiled after each change, shown in the page at once;
    /// what is wrong with them stands at its foot
    #[arg(long, value_name = "RULES_DIR")]
    rules: Option<PathBuf>,
    /// The port; left out: the first free one from 8000 on
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    /// The path below which the files appear
    #[arg(long, value_name = "/x/", default_value = "/")]
    prefix: String,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Style {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

/// Why a command ended badly: what is said on stderr, and the exit code.
#[derive(Debug)]
struct Failure {
    message: String,
    code: u8,
}

impl Failure {
    /// The command was used wrongly.
    fn usage(message: impl ToString) -> Self {
        Self { message: message.to_string(), code: 2 }
    }

    /// What was asked for could not be done.
    fn failed(message: impl ToString) -> Self {
        Self { message: message.to_string(), code: 1 }
    }
}

/// Runs a command and gives its exit code.
pub(crate) fn run(arguments: Arguments) -> ExitCode {
    let outcome = match arguments.command {
        Command::Check(arguments) => check(&arguments),
        Command::Compile(arguments) => compile_packs(&arguments),
        Command::Explain { code } => explain(code.as_deref()),
        Command::Assess(arguments) => assess::assess(&arguments),
        Command::Diff(arguments) => diff::diff(&arguments),
        Command::Docs(arguments) => docs::docs(&arguments),
        Command::Mutants(arguments) => mutants::mutants(&arguments),
        Command::Sources(arguments) => sources::sources(&arguments),
        Command::Schema => print(&schema()).map(|()| ExitCode::SUCCESS),
        Command::Serve(arguments) => serve_files(arguments),
    };
    match outcome {
        Ok(code) => code,
        Err(failure) => {
            say(&format!("error: {}\n", failure.message));
            ExitCode::from(failure.code)
        }
    }
}

/// Writes to stderr; nobody is left to tell when that fails.
fn say(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Writes to stdout. A reader that has gone away (`| head`) is no failure.
fn print(text: &str) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::failed(format!("the output cannot be written: {error}")))
        }
        _ => Ok(()),
    }
}

/// The folder of the rules: the one given, or `rules/packs` here or further up.
fn rules_folder(given: Option<&Path>) -> Result<PathBuf, Failure> {
    if let Some(given) = given {
        return Ok(given.to_path_buf());
    }
    let usual = Path::new("rules").join("packs");
    if usual.is_dir() {
        return Ok(usual);
    }
    let here = std::env::current_dir().map_err(Failure::usage)?;
    let found = here.ancestors().map(|folder| folder.join(&usual)).find(|it| it.is_dir());
    found.ok_or_else(|| {
        Failure::usage(
            "no folder `rules/packs` here or above: name the folder of the rules",
        )
    })
}

fn read(given: Option<&Path>) -> Result<Sources, Failure> {
    Sources::read(&rules_folder(given)?).map_err(Failure::usage)
}

/// The packs of a folder of rules, or those compiled already.
fn packs(given: Option<&Path>) -> Result<Vec<CompiledPack>, Failure> {
    read_packs(&rules_folder(given)?).map_err(|error| match &error {
        PacksError::Rules(found) => {
            let (sources, diagnostics) = &**found;
            let format = style_of(Style::Text, io::stderr().is_terminal());
            say(&render(diagnostics, sources, format));
            Failure::failed(format!("the rules have errors: {}", summary(diagnostics)))
        }
        _ => Failure::usage(error),
    })
}

fn style_of(style: Style, terminal: bool) -> Format {
    match style {
        Style::Json => Format::Json,
        Style::Text if terminal && std::env::var_os("NO_COLOR").is_none() => {
            Format::Coloured
        }
        Style::Text => Format::Plain,
    }
}

fn summary(diagnostics: &Diagnostics) -> String {
    let errors = plural(diagnostics.errors(), "error");
    let warnings = plural(diagnostics.warnings(), "warning");
    format!("{errors}, {warnings}")
}

fn plural(n: usize, what: &str) -> String {
    match n {
        1 => format!("1 {what}"),
        n => format!("{n} {what}s"),
    }
}

fn check(arguments: &CheckArguments) -> Result<ExitCode, Failure> {
    let mut sources = read(arguments.rules.as_deref())?;
    if arguments.fix {
        sources = fixed(sources)?;
    }
    let mut bar = Bar::new(io::stderr().is_terminal());
    let Compilation { packs, diagnostics, .. } =
        mingbai_rules::check_watched(&sources, &mut |progress| bar.show(progress));
    bar.clear();
    let format = style_of(arguments.format, io::stdout().is_terminal());
    print(&render(&diagnostics, &sources, format))?;
    let awards: usize = packs.iter().map(|pack| pack.rules.awards.len()).sum();
    say(&format!(
        "checked {} packs with {awards} awards: {}\n",
        packs.len(),
        summary(&diagnostics)
    ));
    Ok(if diagnostics.errors() > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Puts right what can be, and writes the files that it changed.
fn fixed(sources: Sources) -> Result<Sources, Failure> {
    let fixed = mingbai_rules::fix(sources);
    let files = fixed.files();
    for file in &files {
        let path = fixed.sources.path(*file);
        std::fs::write(path, fixed.sources.text(*file)).map_err(|error| {
            Failure::failed(format!("`{path}` cannot be written: {error}"))
        })?;
    }
    for applied in &fixed.applied {
        say(&format!(
            "fixed {} in {}:{}: `{}` → `{}`\n",
            applied.code.id(),
            fixed.sources.path(applied.file),
            applied.line,
            applied.before,
            applied.after
        ));
    }
    if fixed.applied.is_empty() {
        say("nothing to fix\n");
    } else {
        let things = plural(fixed.applied.len(), "place");
        say(&format!("fixed {things} in {}\n", plural(files.len(), "file")));
    }
    Ok(fixed.sources)
}

fn compile_packs(arguments: &CompileArguments) -> Result<ExitCode, Failure> {
    let sources = read(arguments.rules.as_deref())?;
    let Compilation { packs, diagnostics, .. } = mingbai_rules::check(&sources);
    let format = style_of(arguments.format, io::stderr().is_terminal());
    say(&render(&diagnostics, &sources, format));
    if diagnostics.errors() > 0 {
        return Err(Failure::failed(format!(
            "nothing was written: {}",
            summary(&diagnostics)
        )));
    }
    let operator = arguments.operator.as_deref();
    let operator = operator.map(|path| operator::operator(path, &packs)).transpose()?;
    let output =
        Output::with_operator(&packs, operator.as_ref()).map_err(Failure::failed)?;
    output.write(&arguments.out).map_err(Failure::failed)?;
    let bytes: usize = output.files().map(|(_, content)| content.len()).sum();
    say(&format!(
        "wrote {} packs, {} files, {} kB to {}\n",
        packs.len(),
        output.files().count(),
        bytes.div_ceil(1000),
        arguments.out.display()
    ));
    Ok(ExitCode::SUCCESS)
}

fn explain(code: Option<&str>) -> Result<ExitCode, Failure> {
    let Some(id) = code else {
        let lines =
            Code::ALL.iter().map(|code| format!("{}  {}\n", code.id(), code.title()));
        print(&lines.collect::<String>())?;
        return Ok(ExitCode::SUCCESS);
    };
    let Some(code) = Code::from_id(id) else {
        return Err(Failure::usage(format!(
            "no diagnostic has the code `{id}`: `mingbai explain` lists them"
        )));
    };
    print(&format!("{}: {}\n\n{}\n", code.id(), code.title(), code.explanation()))?;
    Ok(ExitCode::SUCCESS)
}

fn serve_files(arguments: ServeArguments) -> Result<ExitCode, Failure> {
    let mut options = serve::ServeOptions::new(PathBuf::new());
    options.directories = arguments.dir;
    let overlay = match arguments.rules {
        None => None,
        Some(rules) => {
            let overlay = watch::overlay()?;
            let site = &options.directories;
            watch::Watch::new(rules, overlay.clone(), site)
                .map_err(Failure::failed)?
                .start();
            options.directories.insert(0, overlay.clone());
            Some(overlay)
        }
    };
    options.prefix = arguments.prefix;
    if let Some(port) = arguments.port {
        options.port = serve::Port::Exactly(port);
    }
    let ready = |url: &str| io::stdout().write_all(format!("{url}\n").as_bytes());
    let served = serve::serve(options, ready).map_err(Failure::failed);
    if let Some(overlay) = overlay {
        // What is left is in the system's folder for such things.
        let _ = std::fs::remove_dir_all(overlay);
    }
    served.map(|()| ExitCode::SUCCESS)
}
