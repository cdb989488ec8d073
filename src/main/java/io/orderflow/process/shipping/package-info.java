/**
 * The delegates of the sub-process <em>Ship order</em> of {@code Order}, and of <em>Complete order</em> after it:
 * <em>Book shipment</em>, <em>Retry booking</em>, <em>Mark order shipped</em>, <em>Mark shipping failed</em>,
 * <em>Escalate failure</em>, <em>Record resolution</em> and <em>Write off stock</em>; and <em>Cancel shipment</em> and
 * <em>Retry recall</em>, with which {@code ResolveCase} recalls a parcel too. The room also correlates what the carrier
 * says, for which <em>Await booking</em>, <em>Await recall</em> and <em>Await delivery</em> wait. It uses the
 * vocabulary of the base package, and {@code answers}.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.shipping;
