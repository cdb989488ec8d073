/** How much each customer may write; who asks for more gets 429. */
@org.jspecify.annotations.NullMarked
package io.orderflow.web.limits;
