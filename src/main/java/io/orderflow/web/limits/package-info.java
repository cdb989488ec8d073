/** The rate limits of customers' writes; a request above a limit is answered with 429. */
@org.jspecify.annotations.NullMarked
package io.orderflow.web.limits;
