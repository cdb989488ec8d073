package io.orderflow.inventory;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TakenBackRows extends Repository<TakenBackRow, TakenBackRow.Id> {

    /** What has come back under the reference already. */
    @Query("select t.id.sku from TakenBackRow t where t.id.reference = ?1 and t.orderNumber = ?2")
    List<String> skusUnder(String reference, String orderNumber);

    TakenBackRow save(TakenBackRow row);
}
