//! Work that takes milliseconds of processor time and must not keep the application from answering: pictures become JPEGs and
//! copies here, on a few threads that stand behind the others (Linux; elsewhere beside them).

use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::thread;

use tokio::sync::oneshot;

/// More would only hold more pictures in memory at once.
const MOST_THREADS: usize = 4;

type Job = Box<dyn FnOnce() + Send>;

static JOBS: LazyLock<Sender<Job>> = LazyLock::new(|| {
    let (jobs, waiting) = channel();
    let waiting = Arc::new(Mutex::new(waiting));
    for _ in 0..thread::available_parallelism().map_or(1, NonZero::get).min(MOST_THREADS) {
        let waiting = Arc::clone(&waiting);
        // With one thread less there is more waiting. With none each job comes to nothing, and is told as a failure.
        drop(thread::Builder::new().name("pictures".to_owned()).spawn(move || work(&waiting)));
    }
    jobs
});

/// Does this away from the asynchronous threads. `None` when it could not be done: it panicked, or there is no thread for it.
///
/// It has begun, or is in the queue, before anybody waits for it, and whoever stops waiting does not stop it.
pub(crate) fn run<T: Send + 'static>(
    job: impl FnOnce() -> T + Send + 'static,
) -> impl Future<Output = Option<T>> + Send + 'static {
    let (answer, answered) = oneshot::channel();
    let job = move || {
        // Who no longer listens has no need of it.
        let _ = answer.send(job());
    };
    // Where there is nobody to take it, it goes with its answer, and that is heard.
    drop(JOBS.send(Box::new(job)));
    async { answered.await.ok() }
}

fn work(waiting: &Mutex<Receiver<Job>>) {
    stand_back();
    loop {
        let job = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = job else { return };
        // Whoever waits for it hears that nothing came; the thread is there for the next.
        drop(catch_unwind(AssertUnwindSafe(job)));
    }
}

/// Of this thread alone; as for nice(1).
#[cfg(target_os = "linux")]
fn stand_back() {
    // Where it is not granted the work is done all the same.
    let _ = rustix::process::setpriority_process(None, 5);
}

#[cfg(not(target_os = "linux"))]
fn stand_back() {}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_job_that_panics_is_told_and_takes_no_other_along() {
        let fell = 2 * MOST_THREADS;
        for _ in 0..fell {
            assert_eq!(run(|| panic!("a picture nobody thought of")).await, None::<()>);
        }
        assert_eq!(run(|| 5).await, Some(5));
    }

    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn the_work_stands_behind_the_threads_that_answer() {
        let priority = || rustix::process::getpriority_process(None).ok();
        assert!(run(priority).await.flatten() > priority());
    }
}
