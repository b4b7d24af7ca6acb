import { start } from '../app/start';
import { Citizen } from './Citizen';
import { httpInbox } from './http';

start(<Citizen api={httpInbox()} />);
