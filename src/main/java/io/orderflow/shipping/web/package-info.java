/** What carriers tell, over HTTP. */
package io.orderflow.shipping.web;
