//! Whole use cases in-process: a real encrypted store, a real vault, the citizen's real page over HTTP and the real
//! renderer program; clock, keyring and dialogs are simulated. One file a journey.

mod audit_trail;
mod bad_input;
mod bank;
mod canary;
mod casework;
mod conditions;
mod crash;
mod decide;
mod drafts;
mod exchange;
mod first_run;
mod guideline;
mod import;
mod jail;
mod keys;
mod languages;
mod life;
mod limits;
mod paste;
mod permissions;
mod pictures;
mod print;
mod purge;
mod scores;
mod sending;
mod statistics;
mod steps;
mod template_to_purge;
mod verdict;
