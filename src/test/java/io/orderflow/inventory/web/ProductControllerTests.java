package io.orderflow.inventory.web;

import static org.hamcrest.Matchers.contains;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.orderflow.inventory.InventoryService;
import io.orderflow.inventory.StockItem;
import io.orderflow.shared.Money;
import io.orderflow.shared.Sku;
import io.orderflow.web.StandaloneApi;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;

class ProductControllerTests {

    private static final Sku SKU = new Sku("KEYBOARD-01");
    private static final StockItem KEYBOARD = new StockItem(SKU, "Keyboard", Money.won(89_000), 100, 2);

    private final InventoryService inventory = mock();
    private final MockMvc api = StandaloneApi.of(new ProductController(inventory));

    @Test
    void showsAProduct() throws Exception {
        when(inventory.product(SKU)).thenReturn(Optional.of(KEYBOARD));

        api.perform(get("/api/products/KEYBOARD-01"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .json(
                                "{'sku': 'KEYBOARD-01', 'name': 'Keyboard', 'price': 89000, 'onHand': 100, "
                                        + "'reserved': 2, 'available': 98}",
                                JsonCompareMode.STRICT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MOUSE-01", "mouse", "A_B"})
    void unknownAndImpossibleProductsAreNotFound(String sku) throws Exception {
        when(inventory.product(any())).thenReturn(Optional.empty());

        api.perform(get("/api/products/{sku}", sku))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("PRODUCT_NOT_FOUND"))
                .andExpect(jsonPath("$.properties.skus", contains(sku)));
    }

    @Test
    void sendsAProductOnlyWhenItHasChanged() throws Exception {
        when(inventory.product(SKU)).thenReturn(Optional.of(KEYBOARD));
        String etag = api.perform(get("/api/products/KEYBOARD-01"))
                .andReturn()
                .getResponse()
                .getHeader("ETag");

        api.perform(get("/api/products/KEYBOARD-01").header("If-None-Match", etag))
                .andExpect(status().isNotModified())
                .andExpect(header().string("ETag", etag))
                .andExpect(content().string(""));
        when(inventory.product(SKU)).thenReturn(Optional.of(new StockItem(SKU, "Keyboard", Money.won(89_000), 100, 3)));
        api.perform(get("/api/products/KEYBOARD-01").header("If-None-Match", etag))
                .andExpect(status().isOk());
    }

    @Test
    void listsTheFirstTwentyBySku() throws Exception {
        PageRequest page = PageRequest.of(0, 20, Sort.by("sku"));
        when(inventory.products(page)).thenReturn(new PageImpl<>(List.of(KEYBOARD), page, 1));

        api.perform(get("/api/products"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.content[0].sku").value("KEYBOARD-01"))
                .andExpect(jsonPath("$.page.size").value(20))
                .andExpect(jsonPath("$.page.number").value(0))
                .andExpect(jsonPath("$.page.totalElements").value(1))
                .andExpect(jsonPath("$.page.totalPages").value(1));
    }

    @Test
    void listsInTheOrderAskedAndThenBySku() throws Exception {
        PageRequest page = PageRequest.of(2, 5, Sort.by("price").descending().and(Sort.by("sku")));
        when(inventory.products(page)).thenReturn(new PageImpl<>(List.of(), page, 1));

        api.perform(get("/api/products?page=2&size=5&sort=price,desc")).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=-1", "page=x", "page=20000001", "size=0", "size=101", "sort=secret", "sort=sku,up"})
    void impossiblePagesAreRefused(String query) throws Exception {
        api.perform(get("/api/products?" + query)).andExpect(status().isBadRequest());

        verifyNoInteractions(inventory);
    }
}
