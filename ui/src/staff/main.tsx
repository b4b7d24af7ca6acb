import { start } from '../app/start';
import { shown } from '../platform';
import { Staff } from './Staff';
import { whenFirstScreenIsDrawn } from './firstScreen';

start(<Staff />);
whenFirstScreenIsDrawn(shown);
