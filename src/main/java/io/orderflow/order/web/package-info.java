/** Orders over HTTP. */
package io.orderflow.order.web;
