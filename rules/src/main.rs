//! The command `mingbai`: checks rules, compiles them, and answers with them.

mod command;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    command::run(command::Arguments::parse())
}
