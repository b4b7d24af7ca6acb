import { start } from '../app/start';
import { Gallery } from './Gallery';

start(<Gallery />);
