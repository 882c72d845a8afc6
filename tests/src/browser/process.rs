//! Child processes that do not outlive the test.

use std::fs::File;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::failure::Failure;

/// A running program; it and everything it has started end when this is dropped.
#[derive(Debug)]
pub(crate) struct Process(Child);

impl Process {
    /// Starts a program, what it says going to a file.
    pub(crate) fn start(mut command: Command, log: &Path) -> Result<Self, Failure> {
        let output = File::create(log)?;
        command.stdin(Stdio::null()).stderr(output.try_clone()?).stdout(output);
        let child = command.spawn().map_err(|error| {
            Failure::from(error).during(command.get_program().to_string_lossy())
        })?;
        Ok(Self(child))
    }

    pub(crate) fn has_ended(&mut self) -> Result<bool, Failure> {
        Ok(self.0.try_wait()?.is_some())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // A driver that is killed leaves its browser running, so that goes first.
        let started = descendants(self.0.id());
        if !started.is_empty() {
            let ids = started.iter().map(u32::to_string);
            let _ = Command::new("kill")
                .arg("-KILL")
                .args(ids)
                .stderr(Stdio::null())
                .status();
        }
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Everything that a process has started, directly or not, as far as `ps` can tell.
fn descendants(of: u32) -> Vec<u32> {
    let Ok(listed) = Command::new("ps").args(["-A", "-o", "pid=,ppid="]).output() else {
        return Vec::new();
    };
    let listed = String::from_utf8_lossy(&listed.stdout);
    let pairs: Vec<(u32, u32)> = listed
        .lines()
        .filter_map(|line| {
            let mut numbers = line.split_whitespace().map(str::parse);
            Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
        })
        .collect();
    let mut found = vec![of];
    let mut seen = 0;
    while let Some(&parent) = found.get(seen) {
        seen += 1;
        let children = pairs.iter().filter(|(_, of)| *of == parent);
        found.extend(children.map(|(id, _)| *id));
    }
    found.split_off(1)
}
