package io.orderflow.inventory;

import io.orderflow.shared.Sku;
import java.util.Collection;
import org.springframework.jdbc.support.SqlArrayValue;

/** The conversion of SKUs into an array parameter of a statement. */
final class Skus {

    private Skus() {}

    static SqlArrayValue array(Collection<Sku> skus) {
        return new SqlArrayValue("varchar", skus.stream().map(Sku::value).toArray());
    }
}
