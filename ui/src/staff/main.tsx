import { start } from '../app/start';
import { shown } from '../platform';
import { whenFirstScreenIsDrawn } from './firstScreen';
import { Staff } from './Staff';

start(<Staff />);
whenFirstScreenIsDrawn(shown);
