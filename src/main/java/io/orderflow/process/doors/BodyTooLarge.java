package io.orderflow.process.doors;

import java.io.IOException;

/** A body that is larger than the engine's APIs take, and whose length was not announced. */
class BodyTooLarge extends IOException {}
