package io.orderflow.order.aggregate;

import io.orderflow.order.OrderView;
import io.orderflow.shared.ShippingAddress;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** The columns of an order's row that hold its shipping address. */
@Embeddable
class AddressColumns {

    private String recipient;
    private String phone;
    private String line1;
    private @Nullable String line2;
    private String city;
    private String postalCode;
    private String country;

    @SuppressWarnings("NullAway.Init") // Hibernate sets the fields.
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
