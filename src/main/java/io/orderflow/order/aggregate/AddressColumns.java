package io.orderflow.order.aggregate;

import io.orderflow.order.OrderView;
import io.orderflow.shared.ShippingAddress;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** How an order's row keeps its shipping address. */
@Embeddable
class AddressColumns {

    private String recipient;
    private String phone;
    private String line1;
    private @Nullable String line2;
    private String city;
    private String postalCode;
    private String country;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected AddressColumns() {}

    AddressColumns(ShippingAddress address) {
        recipient = address.recipient();
        phone = address.phone();
        line1 = address.line1();
        line2 = address.line2();
        city = address.city();
        postalCode = address.postalCode();
        country = address.country();
    }

    ShippingAddress value() {
        return new ShippingAddress(recipient, phone, line1, line2, city, postalCode, country);
    }

    OrderView.Address view() {
        return new OrderView.Address(recipient, phone, line1, line2, city, postalCode, country);
    }
}
