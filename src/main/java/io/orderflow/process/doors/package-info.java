/** The doors of the engine that stand beside our API: which are shut, what the others tell, and what opens to whom behind them. */
package io.orderflow.process.doors;
