import { start } from '../app/start';
import { Staff } from './Staff';

start(<Staff />);
