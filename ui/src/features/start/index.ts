/** Before work can begin: a problem with the store, the first run, signing in, and the lock. */
export { StartPage } from './StartPage';
