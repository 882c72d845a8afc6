//! nginx and Apache, each with the configuration that the project hands out.

use std::env;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::browser::process::Process;
use crate::browser::{Folder, free_port, listens, root};
use crate::failure::Failure;

/// A server of static files that portals have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Software {
    /// nginx with `web/hosting/nginx.conf`.
    Nginx,
    /// Apache with `web/hosting/apache.conf`.
    Apache,
}

/// Such a server, running on a free port; it ends when this is dropped.
#[derive(Debug)]
pub struct Host {
    port: u16,
    _process: Process,
    _folder: Folder,
}

/// What a host answered.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Names in lower case, with their values.
    headers: Vec<(String, String)>,
    /// What came after the headers.
    pub content: Vec<u8>,
}

impl Answer {
    /// The value of a header; empty where it was not sent.
    pub fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value)
    }
}

impl Host {
    /// Serves a folder; `None` where this software is not on the machine.
    ///
    /// # Errors
    ///
    /// It does not start, which may be the configuration's fault; what it said is told.
    pub async fn start(
        software: Software,
        served: &Path,
    ) -> Result<Option<Self>, Failure> {
        let Some(place) = place(software) else { return Ok(None) };
        let folder = Folder::new("host")?;
        let port = free_port()?;
        // A copy: Apache reads as nobody, who may not enter the folder of the project.
        let copied = folder.path().join("served");
        crate::site::copy(served, &copied)?;
        let served = copied;
        let mut command = match software {
            Software::Nginx => nginx(&place, folder.path(), &served, port)?,
            Software::Apache => apache(&place, folder.path(), &served, port)?,
        };
        command.env("LD_LIBRARY_PATH", libraries(&place)?);
        let log = folder.path().join("said.log");
        let mut process = Process::start(command, &log)?;
        if !listens(&mut process, port).await? {
            let said = fs::read_to_string(&log).unwrap_or_default();
            return Err(Failure::new(format!("{software:?} does not start: {said}")));
        }
        Ok(Some(Self { port, _process: process, _folder: folder }))
    }

    /// The address of a file.
    pub fn address(&self, name: &str) -> String {
        format!("http://127.0.0.1:{}/{name}", self.port)
    }

    /// Asks for a file, naming the encodings that are understood.
    ///
    /// # Errors
    ///
    /// There is no answer, or none that can be read.
    pub fn get(&self, name: &str, encodings: &str) -> Result<Answer, Failure> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        let request = format!(
            "GET /{name} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\
             Accept-Encoding: {encodings}\r\nOrigin: null\r\n\r\n"
        );
        stream.write_all(request.as_bytes())?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let end = answer.windows(4).position(|it| it == b"\r\n\r\n");
        let end = end.ok_or_else(|| Failure::new(format!("`{name}`: no headers")))?;
        let content = answer.split_off(end + 4);
        let head = String::from_utf8_lossy(&answer).into_owned();
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
        let headers = lines.filter_map(|line| {
            let (name, value) = line.split_once(':')?;
            Some((name.to_ascii_lowercase(), value.trim().to_owned()))
        });
        Ok(Answer {
            status: status.unwrap_or_default(),
            headers: headers.collect(),
            content,
        })
    }
}

/// Where a server is: among the project's tools, or on the machine.
fn place(software: Software) -> Option<PathBuf> {
    let program = match software {
        Software::Nginx => "usr/sbin/nginx",
        Software::Apache => "usr/sbin/apache2",
    };
    let places = [root().join("target/tools/hosts"), PathBuf::from("/")];
    places.into_iter().find(|place| place.join(program).is_file())
}

/// Where the libraries of unpacked packages are, before those of the machine.
fn libraries(place: &Path) -> Result<std::ffi::OsString, Failure> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(place.join("usr/lib"))? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with("-linux-gnu") {
            folders.push(path);
        }
    }
    folders.extend(env::split_paths(&env::var_os("LD_LIBRARY_PATH").unwrap_or_default()));
    env::join_paths(folders).map_err(|error| Failure::new(error.to_string()))
}

/// A configuration of `web/hosting`, with some of its lines as this machine needs them.
fn configuration(name: &str, changes: &[(&str, String)]) -> Result<String, Failure> {
    let mut text = fs::read_to_string(root().join("web/hosting").join(name))?;
    for (line, other) in changes {
        if !text.contains(line) {
            return Err(Failure::new(format!("`{line}` is not in {name}")));
        }
        text = text.replace(line, other);
    }
    Ok(text)
}

fn nginx(
    place: &Path,
    folder: &Path,
    served: &Path,
    port: u16,
) -> Result<Command, Failure> {
    let module = place.join("usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
    let mut changes = vec![
        ("listen 80;", format!("listen 127.0.0.1:{port};")),
        ("root /srv/www;", format!("root {};", served.display())),
    ];
    let load = if module.is_file() {
        format!("load_module {};", module.display())
    } else {
        changes.push(("brotli_static on;", String::new()));
        String::new()
    };
    let here = folder.display();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .map(|name| format!("{name}_temp_path {here}/{name};"))
        .collect();
    let text = format!(
        "{load} daemon off; master_process off; pid {here}/pid; error_log stderr;\
         events {{}} http {{ access_log off; {temporary}\n{}\n}}",
        configuration("nginx.conf", &changes)?
    );
    let file = folder.join("nginx.conf");
    fs::write(&file, text)?;
    let mut command = Command::new(place.join("usr/sbin/nginx"));
    command.args(["-e", "stderr", "-p"]).arg(folder).arg("-c").arg(file);
    Ok(command)
}

fn apache(
    place: &Path,
    folder: &Path,
    served: &Path,
    port: u16,
) -> Result<Command, Failure> {
    const MODULES: [&str; 7] =
        ["mpm_event", "authz_core", "dir", "mime", "headers", "setenvif", "rewrite"];
    let modules = place.join("usr/lib/apache2/modules");
    let load: String = MODULES
        .iter()
        .map(|name| {
            let file = modules.join(format!("mod_{name}.so"));
            format!("LoadModule {name}_module {}\n", file.display())
        })
        .collect();
    fs::write(folder.join("mime.types"), "text/html html\ntext/css css\n")?;
    let (here, served) = (folder.display(), served.display());
    let text = format!(
        "ServerRoot {here}\nServerName 127.0.0.1\nListen 127.0.0.1:{port}\n\
         PidFile {here}/pid\nErrorLog /dev/stderr\nTypesConfig {here}/mime.types\n\
         DocumentRoot {served}\nUser #65534\nGroup #65534\n\
         <Directory {served}>\nRequire all granted\n{}\n</Directory>\n",
        configuration("apache.conf", &[])?
    );
    let file = folder.join("apache.conf");
    fs::write(&file, format!("{load}{text}"))?;
    let mut command = Command::new(place.join("usr/sbin/apache2"));
    command.arg("-X").arg("-f").arg(file);
    Ok(command)
}
