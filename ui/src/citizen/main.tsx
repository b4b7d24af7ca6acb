import { start } from '../app/start';
import { Citizen } from './Citizen';

start(<Citizen />);
