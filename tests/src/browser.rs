//! The browsers of the tests: where they are, and how one is started with its driver.

pub(crate) mod process;

use std::env;
use std::fmt;
use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::failure::Failure;
use crate::page::wait_until;
use crate::site::copy;
use process::Process;

/// How long a driver or a display may take to start; generous, since machines of
/// continuous integration stall now and then.
const START: Duration = Duration::from_secs(60);

/// One of the three engines that the checker is proved in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Browser {
    /// Chromium or Google Chrome, with chromedriver.
    Chromium,
    /// Firefox, with geckodriver.
    Firefox,
    /// WebKitGTK's small browser, with WebKitWebDriver, on a display made by Xvfb.
    WebKit,
}

impl Browser {
    /// All of them, in the order in which they are named everywhere.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Where this browser and its driver are on this machine.
    ///
    /// # Errors
    ///
    /// Names the first program that is missing.
    pub fn find(self) -> Result<Installed, Failure> {
        // The places are those of tests/setup/browsers.sh.
        let (browser, driver): (&[&str], _) = match self {
            Self::Chromium => (
                &[
                    "chromium",
                    "chromium-browser",
                    "google-chrome",
                    "google-chrome-stable",
                    "/Applications/Chromium.app/Contents/MacOS/Chromium",
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                ],
                "chromedriver",
            ),
            Self::Firefox => (
                &[
                    "firefox-esr",
                    "firefox",
                    "/Applications/Firefox.app/Contents/MacOS/firefox",
                ],
                "geckodriver",
            ),
            Self::WebKit => (
                &[
                    "/usr/lib/*/webkit2gtk-4.1/MiniBrowser",
                    "/usr/lib/*/webkit2gtk-4.0/MiniBrowser",
                    "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
                    "/usr/lib/webkit2gtk-4.1/MiniBrowser",
                ],
                "WebKitWebDriver",
            ),
        };
        let missing =
            |program| Failure::new(format!("no {self}: `{program}` is missing"));
        let display = match self {
            Self::WebKit => Some(program("Xvfb").ok_or_else(|| missing("Xvfb"))?),
            Self::Chromium | Self::Firefox => None,
        };
        let first = browser.first().copied().unwrap_or_default();
        let browser = browser.iter().find_map(|name| program(name));
        Ok(Installed {
            kind: self,
            browser: browser.ok_or_else(|| missing(first))?,
            driver: program(driver).ok_or_else(|| missing(driver))?,
            display,
        })
    }
}

impl fmt::Display for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

/// A browser that was found, with what it needs to be driven.
#[derive(Debug, Clone)]
pub struct Installed {
    kind: Browser,
    browser: PathBuf,
    driver: PathBuf,
    display: Option<PathBuf>,
}

impl Installed {
    /// Where the browser itself is.
    pub fn browser(&self) -> &Path {
        &self.browser
    }
}

/// How a browser presents itself to the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appearance {
    /// Width of the page in CSS pixels; Firefox and WebKit have no window narrower than
    /// about 500.
    pub width: u32,
    /// Height of the page in CSS pixels.
    pub height: u32,
    /// Whether the person prefers dark colours; Chromium and Firefox only.
    pub dark: bool,
    /// The person's language, as in `navigator.language`.
    pub language: String,
    /// What else it is started with; Chromium only.
    pub arguments: Vec<String>,
}

impl Default for Appearance {
    fn default() -> Self {
        let language = "zh-CN".to_owned();
        Self { width: 1000, height: 800, dark: false, language, arguments: Vec::new() }
    }
}

/// A browser that runs, fresh and empty; it and its helpers end when this is dropped.
#[derive(Debug)]
pub struct Running {
    /// The session with the driver.
    pub client: Client,
    kind: Browser,
    // Fields are dropped in this order: the driver before its display and its files.
    driver: Process,
    display: Option<Process>,
    _profile: Folder,
}

impl Installed {
    /// Which browser this is.
    pub fn kind(&self) -> Browser {
        self.kind
    }

    /// Starts the driver, and through it the browser with an empty profile.
    ///
    /// # Errors
    ///
    /// The driver or the display did not start within a minute, or refused.
    pub async fn start(&self, appearance: &Appearance) -> Result<Running, Failure> {
        let profile = Folder::new(&format!("profile-{}", self.kind))?;
        let (display, shown_on) = match &self.display {
            Some(xvfb) => {
                let (display, number) = start_display(xvfb, profile.path()).await?;
                (Some(display), Some(number))
            }
            None => (None, None),
        };

        // A port that was free a moment ago may be taken by now: then the driver ends at
        // once, and the next port is tried.
        let mut attempts = 0;
        let (driver, port) = loop {
            attempts += 1;
            let port = free_port()?;
            let command = self.driver_command(port, &profile, appearance, shown_on)?;
            let log = profile.path().join(format!("driver-{attempts}.log"));
            let mut driver = Process::start(command, &log)?;
            if listens(&mut driver, port).await? {
                break (driver, port);
            }
            if attempts == 3 {
                let said = fs::read_to_string(&log).unwrap_or_default();
                let words = format!("the driver of {} does not start: {said}", self.kind);
                return Err(Failure::new(words));
            }
        };

        let Value::Object(capabilities) = self.capabilities(&profile, appearance) else {
            return Err(Failure::new("capabilities are an object"));
        };
        let address = format!("http://127.0.0.1:{port}");
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&address)
            .await
            .map_err(|error| {
                Failure::from(error).during(format!("start {}", self.kind))
            })?;
        Ok(Running { client, kind: self.kind, driver, display, _profile: profile })
    }

    fn driver_command(
        &self,
        port: u16,
        profile: &Folder,
        appearance: &Appearance,
        display: Option<u32>,
    ) -> Result<Command, Failure> {
        let mut command = Command::new(&self.driver);
        match self.kind {
            Browser::Chromium => command.arg(format!("--port={port}")),
            Browser::Firefox => {
                command.args(["--host", "127.0.0.1", "--websocket-port", "0"]);
                command.arg("--profile-root").arg(profile.path());
                command.args(["--port", &port.to_string()])
            }
            Browser::WebKit => {
                command.args(["--host=127.0.0.1", &format!("--port={port}")])
            }
        };
        if let Some(number) = display {
            command.env("DISPLAY", format!(":{number}"));
            command.env("GDK_BACKEND", "x11");
            command.env_remove("WAYLAND_DISPLAY");
        }
        // Nothing of the person's own settings, and nothing left behind among them.
        for variable in ["XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"] {
            command.env(variable, profile.path());
        }
        self.set_language(&mut command, &appearance.language, profile)?;
        Ok(command)
    }

    /// Chromium and Firefox are told by their settings. WebKit asks the system, which
    /// seldom has the locale; so it is given one of that name with neutral content.
    fn set_language(
        &self,
        command: &mut Command,
        language: &str,
        profile: &Folder,
    ) -> Result<(), Failure> {
        if self.kind != Browser::WebKit {
            return Ok(());
        }
        let name = format!("{}.UTF-8", language.replace('-', "_"));
        let locales = profile.path().join("locales");
        let neutral = ["/usr/lib/locale/C.utf8", "/usr/lib/locale/C.UTF-8"];
        if let Some(neutral) = neutral.iter().map(Path::new).find(|path| path.is_dir()) {
            copy(neutral, &locales.join(&name))?;
            command.env("LOCPATH", locales);
        }
        command.env("LC_ALL", &name).env("LANGUAGE", language.replace('-', "_"));
        Ok(())
    }

    fn capabilities(&self, profile: &Folder, appearance: &Appearance) -> Value {
        let Appearance { width, height, dark, language, arguments } = appearance;
        let browser = self.browser.display().to_string();
        match self.kind {
            Browser::Chromium => {
                let own = [
                    "--headless=new".to_owned(),
                    "--no-sandbox".to_owned(),
                    "--disable-gpu".to_owned(),
                    "--disable-dev-shm-usage".to_owned(),
                    "--no-first-run".to_owned(),
                    "--disable-background-networking".to_owned(),
                    "--disable-component-update".to_owned(),
                    "--disable-sync".to_owned(),
                    "--hide-scrollbars".to_owned(),
                    format!("--window-size={width},{height}"),
                    format!("--lang={language}"),
                    format!("--user-data-dir={}", profile.path().display()),
                ];
                let arguments: Vec<&String> = own.iter().chain(arguments).collect();
                json!({
                    "browserName": "chrome",
                    "goog:loggingPrefs": {"browser": "ALL"},
                    "goog:chromeOptions": {
                        "binary": browser,
                        "args": arguments,
                        "prefs": {"intl.accept_languages": language},
                    },
                })
            }
            Browser::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": browser,
                    "args": ["-headless"],
                    "prefs": {
                        "intl.accept_languages": language,
                        "layout.css.prefers-color-scheme.content-override":
                            if *dark { 0 } else { 1 },
                        // No request of the browser's own.
                        "app.normandy.enabled": false,
                        "app.update.enabled": false,
                        "browser.safebrowsing.downloads.remote.enabled": false,
                        "datareporting.policy.dataSubmissionEnabled": false,
                        "extensions.getAddons.cache.enabled": false,
                        "network.captive-portal-service.enabled": false,
                        "network.connectivity-service.enabled": false,
                        "services.settings.server": "data:,",
                        "toolkit.telemetry.server": "data:,",
                    },
                },
            }),
            Browser::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": {
                    "binary": browser,
                    "args": ["--automation"],
                },
            }),
        }
    }
}

impl Running {
    /// Which browser this is.
    pub fn kind(&self) -> Browser {
        self.kind
    }

    /// Ends the session in the orderly way; dropping it afterwards ends the processes.
    ///
    /// # Errors
    ///
    /// The driver is gone or refuses.
    pub async fn close(self) -> Result<(), Failure> {
        self.client.clone().close().await?;
        drop(self.driver);
        drop(self.display);
        Ok(())
    }
}

/// The folder of the repository, where `target` is.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Finds a program by name among the project's tools and on the PATH, or by its path, in
/// which one part may be `*`.
fn program(name: &str) -> Option<PathBuf> {
    if let Some((before, after)) = name.split_once("/*/") {
        let mut found: Vec<_> = fs::read_dir(before)
            .ok()?
            .filter_map(|entry| Some(entry.ok()?.path().join(after)))
            .filter(|path| path.is_file())
            .collect();
        found.sort();
        return found.into_iter().next();
    }
    if name.starts_with('/') {
        return Some(PathBuf::from(name)).filter(|path| path.is_file());
    }
    let path = env::var_os("PATH").unwrap_or_default();
    std::iter::once(root().join("target/tools/bin"))
        .chain(env::split_paths(&path))
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
}

pub(crate) fn free_port() -> Result<u16, Failure> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// Waits until a driver or a server answers; false when it ended instead.
pub(crate) async fn listens(driver: &mut Process, port: u16) -> Result<bool, Failure> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    wait_until("the driver listens", START, async || {
        if driver.has_ended()? {
            return Ok(Some(false));
        }
        Ok(TcpStream::connect_timeout(&address, START).is_ok().then_some(true))
    })
    .await
}

/// Starts a display that nobody sees; the server itself picks a free number.
async fn start_display(xvfb: &Path, folder: &Path) -> Result<(Process, u32), Failure> {
    let mut command = Command::new(xvfb);
    command.args(["-displayfd", "1", "-screen", "0", "2000x2000x24", "-nolisten", "tcp"]);
    let log = folder.join("display.log");
    let mut display = Process::start(command, &log)?;
    let number = wait_until("the display is ready", START, async || {
        let said = fs::read_to_string(&log)?;
        if display.has_ended()? {
            return Err(Failure::new(format!("Xvfb ended: {said}")));
        }
        Ok(said.lines().find_map(|line| line.trim().parse().ok()))
    })
    .await?;
    Ok((display, number))
}

/// A folder for temporary files, gone when dropped.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// A new, empty folder with this in its name.
    ///
    /// # Errors
    ///
    /// The system's folder for temporary files cannot be written.
    pub fn new(name: &str) -> Result<Self, Failure> {
        use std::sync::atomic::{AtomicU32, Ordering};
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("mingbai-{}-{number}-{name}", std::process::id());
        let path = env::temp_dir().join(name);
        fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A browser that is just ending may still hold a file; the system clears the rest.
        let _ = fs::remove_dir_all(&self.0);
    }
}
