package io.orderflow.process.doors;

import java.io.IOException;

/** More was sent than the engine's APIs take; only counting showed it, because the length was not announced. */
class BodyTooLarge extends IOException {}
