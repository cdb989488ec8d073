/** The catalogue over HTTP. */
package io.orderflow.inventory.web;
