/** What is added to the packaged application from outside to see the checks fail; never part of it. */
package io.orderflow.force.sabotage;
