/**
 * The sub-process <em>Ship order</em> of {@code Order}, and <em>Complete order</em> behind it: <em>Book shipment</em>,
 * <em>Retry booking</em>, <em>Mark order shipped</em>, <em>Mark shipping failed</em>, <em>Escalate failure</em>,
 * <em>Record resolution</em> and <em>Write off stock</em>; <em>Cancel shipment</em> and <em>Retry recall</em>, with
 * which {@code ResolveCase} recalls a parcel too; and what the carrier says, for which <em>Await booking</em>,
 * <em>Await recall</em> and <em>Await delivery</em> wait. Uses the words of the base, and what people answer.
 */
@org.jspecify.annotations.NullMarked
package io.orderflow.process.shipping;
