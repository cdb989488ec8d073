/** How much each customer may write; who asks for more gets 429. */
package io.orderflow.web.limits;
