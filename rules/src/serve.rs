//! A small server of static files, as a portal would serve them.
//!
//! A portal hosts the checker as plain files, usually below some path of its own and under
//! a strict Content-Security-Policy. [`Server`] does just that on the loopback interface:
//! authors look at the page through it, and the browser tests drive the very same server,
//! reading afterwards from [`Server::requests`] what the page asked for.
//!
//! Nothing is rendered, rewritten or cached; where `FILE.br` stands beside a file, it goes to
//! who takes it. [`ServeOptions::directories`] are searched in order, so that a few files can
//! be laid over a built site.

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request as HttpRequest, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, ALLOW, CACHE_CONTROL, CONTENT_LENGTH,
    CONTENT_SECURITY_POLICY, LOCATION, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, Response, StatusCode, Uri};
use axum::response::IntoResponse;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;

/// The Content-Security-Policy that the checker must work under, and no laxer one.
pub const STRICT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; img-src 'self' data:; connect-src 'self'";

/// The port that is tried first when nothing else is said.
pub const USUAL_PORT: u16 = 8000;

/// How long a stopping server waits for connections that are still open.
const PATIENCE: Duration = Duration::from_secs(2);

/// Which port to listen on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Port {
    /// Any free port; the tests take this one.
    Any,
    /// This port or none.
    Exactly(u16),
    /// This port, or the next free one of the hundred above it.
    FirstFreeFrom(u16),
}

/// What to serve, and how.
#[derive(Debug, Clone)]
pub struct ServeOptions {
    /// Directories that hold the files, the first one that has a file wins; non-empty.
    pub directories: Vec<PathBuf>,
    /// Path below which the files appear, such as `/portal/zc/`; `/` for the root.
    ///
    /// Slashes at the ends may be left out. Requests for anything outside are answered
    /// with 404 and appear in [`Server::requests`] all the same.
    pub prefix: String,
    /// Where to listen, always on the loopback interface.
    pub port: Port,
    /// Value of the Content-Security-Policy header of every answer; `None` sends none.
    pub content_security_policy: Option<String>,
    /// Whether pages of other origins may read the files, as a frame without an origin of
    /// its own has to.
    pub any_origin: bool,
}

impl ServeOptions {
    /// One directory at the root, from port 8000 on, under [`STRICT_POLICY`].
    pub fn new(directory: impl Into<PathBuf>) -> Self {
        Self {
            directories: vec![directory.into()],
            prefix: "/".to_owned(),
            port: Port::FirstFreeFrom(USUAL_PORT),
            content_security_policy: Some(STRICT_POLICY.to_owned()),
            any_origin: false,
        }
    }
}

/// One request that a [`Server`] has answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The method, in capitals.
    pub method: String,
    /// The path as asked for, with prefix and query.
    pub path: String,
    /// Bytes of content that came with the request, as announced by the client.
    pub content_length: u64,
    /// The status of the answer.
    pub status: u16,
}

impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} → {}", self.method, self.path, self.status)
    }
}

/// A running server; it ends when it is dropped, or in an orderly way with [`Server::stop`].
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    site: Arc<Site>,
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<io::Result<()>>,
}

impl Server {
    /// Listens and serves in a task of the current tokio runtime.
    ///
    /// # Errors
    ///
    /// - no directory was given, or one of them is none;
    /// - the prefix or the policy holds characters that cannot stand in HTTP;
    /// - the port (each of them, for [`Port::FirstFreeFrom`]) is taken.
    pub async fn start(options: ServeOptions) -> io::Result<Self> {
        let port = options.port;
        let site = Arc::new(Site::new(options)?);
        let listener = listen(port).await?;
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel::<()>();
        let router = Router::new().fallback(answer).with_state(Arc::clone(&site));
        let serving = axum::serve(listener, router).with_graceful_shutdown(async move {
            // An error only says that the sender is gone, which means the same.
            let _ = stopped.await;
        });
        let task = tokio::spawn(async move { serving.await });
        Ok(Self { address, site, stop: Some(stop), task })
    }

    /// Where the server listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address of the served directory with its prefix, ending in a slash.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.site.prefix)
    }

    /// Everything answered so far, in order of the answers.
    pub fn requests(&self) -> Vec<Request> {
        self.site.log.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Stops listening and waits up to two seconds for open connections.
    ///
    /// # Errors
    ///
    /// What the listener reported when it failed.
    pub async fn stop(mut self) -> io::Result<()> {
        self.stop.take();
        match tokio::time::timeout(PATIENCE, &mut self.task).await {
            Ok(Ok(served)) => served,
            Ok(Err(cancelled)) => Err(io::Error::other(cancelled)),
            // A connection is still open: dropping `self` closes it.
            Err(_elapsed) => Ok(()),
        }
    }

    /// Waits as long as the server runs.
    ///
    /// # Errors
    ///
    /// What the listener reported when it failed.
    pub async fn run(mut self) -> io::Result<()> {
        (&mut self.task).await.map_err(io::Error::other)?
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Serves until the process ends; `ready` learns the address once it can be asked, and
/// nothing is served when it fails.
///
/// For callers without an asynchronous runtime of their own, such as the command line.
///
/// # Errors
///
/// Those of [`Server::start`] and of `ready`, and the system refusing threads for the runtime.
pub fn serve(
    options: ServeOptions,
    ready: impl FnOnce(&str) -> io::Result<()>,
) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let server = Server::start(options).await?;
        ready(&server.url())?;
        server.run().await
    })
}

/// What every request needs: checked options and the log.
#[derive(Debug)]
struct Site {
    directories: Vec<ServeDir>,
    /// Begins and ends with a slash.
    prefix: String,
    policy: Option<HeaderValue>,
    any_origin: bool,
    log: Mutex<Vec<Request>>,
}

impl Site {
    fn new(options: ServeOptions) -> io::Result<Self> {
        if options.directories.is_empty() {
            return Err(invalid("no directory to serve".to_owned()));
        }
        for directory in &options.directories {
            if !directory.is_dir() {
                let found = directory.display();
                let message = format!("no directory `{found}` to serve");
                return Err(io::Error::new(io::ErrorKind::NotFound, message));
            }
        }
        let trimmed = options.prefix.trim_matches('/');
        let prefix =
            if trimmed.is_empty() { "/".to_owned() } else { format!("/{trimmed}/") };
        if prefix.parse::<Uri>().is_err() {
            return Err(invalid(format!("`{prefix}` cannot be a path in an address")));
        }
        let policy = options
            .content_security_policy
            .map(|policy| match HeaderValue::from_str(&policy) {
                Ok(value) => Ok(value),
                Err(_) => Err(invalid(format!("`{policy}` cannot be a header"))),
            })
            .transpose()?;
        // A redirect to a folder's slash would have to name the prefix, and the site has
        // no folders with an index of their own.
        let serve = |path| {
            ServeDir::new(path).redirect_to_trailing_slash(false).precompressed_br()
        };
        let directories = options.directories.iter().map(serve).collect();
        let any_origin = options.any_origin;
        Ok(Self { directories, prefix, policy, any_origin, log: Mutex::default() })
    }

    /// Looks the path up in each directory until one of them has it.
    async fn find(&self, request: &Parts) -> Response<Body> {
        let path = request.uri.path();
        if format!("{path}/") == self.prefix {
            return (StatusCode::PERMANENT_REDIRECT, [(LOCATION, self.prefix.clone())])
                .into_response();
        }
        let Some(rest) = path.strip_prefix(self.prefix.as_str()) else {
            return StatusCode::NOT_FOUND.into_response();
        };
        if !matches!(request.method, Method::GET | Method::HEAD) {
            return (StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, "GET, HEAD")])
                .into_response();
        }
        let Ok(inner) = format!("/{rest}").parse::<Uri>() else {
            return StatusCode::NOT_FOUND.into_response();
        };
        for directory in &self.directories {
            let mut asked = HttpRequest::new(Body::empty());
            *asked.method_mut() = request.method.clone();
            *asked.uri_mut() = inner.clone();
            *asked.headers_mut() = request.headers.clone();
            match directory.clone().try_call(asked).await {
                Ok(found) if found.status() == StatusCode::NOT_FOUND => {}
                Ok(found) => return found.map(Body::new),
                Err(error) if is_absent(&error) => {}
                Err(_unreadable) => {
                    return StatusCode::INTERNAL_SERVER_ERROR.into_response();
                }
            }
        }
        StatusCode::NOT_FOUND.into_response()
    }
}

async fn answer(State(site): State<Arc<Site>>, request: HttpRequest) -> Response<Body> {
    // Whatever a client sends along stays unread: a site of files wants none of it.
    let (request, _body) = request.into_parts();
    let mut response = site.find(&request).await;
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    if site.any_origin {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    }
    if let Some(policy) = &site.policy {
        headers.insert(CONTENT_SECURITY_POLICY, policy.clone());
    }
    let content_length = request
        .headers
        .get(CONTENT_LENGTH)
        .and_then(|length| length.to_str().ok()?.parse().ok())
        .unwrap_or(0);
    let answered = Request {
        method: request.method.to_string(),
        path: request.uri.to_string(),
        content_length,
        status: response.status().as_u16(),
    };
    site.log.lock().unwrap_or_else(PoisonError::into_inner).push(answered);
    response
}

async fn listen(port: Port) -> io::Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let (first, last) = match port {
        Port::Any => return bind(0).await,
        Port::Exactly(port) => (port, port),
        Port::FirstFreeFrom(port) => (port, port.saturating_add(100)),
    };
    for port in first..=last {
        match bind(port).await {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            Err(error) => return Err(error),
        }
    }
    let message = if first == last {
        format!("port {first} is taken")
    } else {
        format!("ports {first} to {last} are all taken")
    };
    Err(io::Error::new(io::ErrorKind::AddrInUse, message))
}

/// Whether the next directory may still have the file.
fn is_absent(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidFilename, NotADirectory, NotFound, PermissionDenied};
    matches!(error.kind(), InvalidFilename | NotADirectory | NotFound | PermissionDenied)
}

fn invalid(message: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, message)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::path::Path;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::net::TcpStream;

    /// A directory of its own for each test, removed at its end.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str, files: &[(&str, &str)]) -> Self {
            let path = std::env::temp_dir()
                .join(format!("mingbai-serve-{}-{name}", std::process::id()));
            for (file, content) in files {
                let file = path.join(file);
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                fs::write(file, content).unwrap();
            }
            Self(path)
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn options(directories: &[&Path], prefix: &str) -> ServeOptions {
        ServeOptions {
            directories: directories.iter().map(PathBuf::from).collect(),
            prefix: prefix.to_owned(),
            port: Port::Any,
            content_security_policy: Some(STRICT_POLICY.to_owned()),
            any_origin: false,
        }
    }

    async fn ask(server: &Server, method: &str, path: &str) -> String {
        let mut stream = TcpStream::connect(server.address()).await.unwrap();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        answer
    }

    #[tokio::test]
    async fn serves_below_a_prefix_with_type_and_policy() {
        let site =
            Scratch::new("prefix", &[("index.html", "<p>"), ("a_bg.wasm", "\0asm")]);
        let server = Server::start(options(&[&site.0], "portal/zc")).await.unwrap();
        assert!(server.url().ends_with("/portal/zc/"));

        let index = ask(&server, "GET", "/portal/zc/").await;
        assert!(index.starts_with("HTTP/1.1 200"), "{index}");
        assert!(index.contains("content-type: text/html"), "{index}");
        assert!(index.contains(&format!("content-security-policy: {STRICT_POLICY}")));
        assert!(index.contains("cache-control: no-cache"), "{index}");

        let wasm = ask(&server, "GET", "/portal/zc/a_bg.wasm?x=1").await;
        assert!(wasm.contains("content-type: application/wasm"), "{wasm}");

        let bare = ask(&server, "GET", "/portal/zc").await;
        assert!(bare.contains("location: /portal/zc/"), "{bare}");
        let outside = ask(&server, "GET", "/index.html").await;
        assert!(outside.starts_with("HTTP/1.1 404"), "{outside}");
        let posted = ask(&server, "POST", "/portal/zc/").await;
        assert!(posted.starts_with("HTTP/1.1 405"), "{posted}");

        let seen: Vec<_> = server.requests().iter().map(ToString::to_string).collect();
        assert_eq!(
            seen,
            [
                "GET /portal/zc/ → 200",
                "GET /portal/zc/a_bg.wasm?x=1 → 200",
                "GET /portal/zc → 308",
                "GET /index.html → 404",
                "POST /portal/zc/ → 405",
            ]
        );
        server.stop().await.unwrap();
    }

    #[tokio::test]
    async fn sends_what_was_compressed_beforehand_to_who_takes_it() {
        let files = [("a.js", "plain"), ("a.js.br", "small"), ("b.js", "alone")];
        let site = Scratch::new("compressed", &files);
        let server = Server::start(options(&[&site.0], "/")).await.unwrap();
        assert!(ask(&server, "GET", "/a.js").await.ends_with("plain"));
        let small =
            ask(&server, "GET", "/a.js HTTP/1.1\r\naccept-encoding: br\r\nx:").await;
        assert!(small.ends_with("small"), "{small}");
        assert!(small.contains("content-encoding: br"), "{small}");
        assert!(small.contains("content-type: text/javascript"), "{small}");
        let alone =
            ask(&server, "GET", "/b.js HTTP/1.1\r\naccept-encoding: br\r\nx:").await;
        assert!(alone.ends_with("alone"), "{alone}");
    }

    #[tokio::test]
    async fn never_leaves_its_directories() {
        let site = Scratch::new("escape", &[("site/a.txt", "in"), ("secret.txt", "out")]);
        let inner = site.0.join("site");
        let server = Server::start(options(&[&inner], "/")).await.unwrap();
        for path in ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt"] {
            let answer = ask(&server, "GET", path).await;
            assert!(!answer.contains("out"), "{path}: {answer}");
        }
    }

    #[tokio::test]
    async fn the_first_directory_with_the_file_wins() {
        let over = Scratch::new("over", &[("a.txt", "over")]);
        let under = Scratch::new("under", &[("a.txt", "under"), ("b.txt", "below")]);
        let server = Server::start(options(&[&over.0, &under.0], "/x/")).await.unwrap();
        assert!(ask(&server, "GET", "/x/a.txt").await.ends_with("over"));
        assert!(ask(&server, "GET", "/x/b.txt").await.ends_with("below"));
        for path in ["/x/c.txt", "/x/a.txt/d", "/x/%00"] {
            let absent = ask(&server, "GET", path).await;
            assert!(absent.starts_with("HTTP/1.1 404"), "{path}: {absent}");
        }
    }

    #[tokio::test]
    async fn takes_the_next_free_port_or_says_that_there_is_none() {
        let site = Scratch::new("port", &[("a.txt", "")]);
        let first = Server::start(options(&[&site.0], "/")).await.unwrap();
        let taken = first.address().port();

        let next =
            ServeOptions { port: Port::FirstFreeFrom(taken), ..options(&[&site.0], "/") };
        let second = Server::start(next).await.unwrap();
        assert!(second.address().port() > taken);

        let same =
            ServeOptions { port: Port::Exactly(taken), ..options(&[&site.0], "/") };
        let error = Server::start(same).await.unwrap_err();
        assert_eq!(error.to_string(), format!("port {taken} is taken"));
    }

    #[tokio::test]
    async fn refuses_what_it_cannot_serve() {
        let absent = options(&[Path::new("no/such/place")], "/");
        let error = Server::start(absent).await.unwrap_err();
        assert_eq!(error.to_string(), "no directory `no/such/place` to serve");

        let none = options(&[], "/");
        let error = Server::start(none).await.unwrap_err();
        assert_eq!(error.to_string(), "no directory to serve");
    }
}
