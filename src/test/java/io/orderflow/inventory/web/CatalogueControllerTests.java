package io.orderflow.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.orderflow.inventory.ProductChange;
import io.orderflow.inventory.ProductChanged;
import io.orderflow.inventory.ProductMaintenance;
import io.orderflow.inventory.ProductUnknown;
import io.orderflow.inventory.SavedProduct;
import io.orderflow.inventory.StockItem;
import io.orderflow.inventory.StockMove;
import io.orderflow.inventory.StockOutOfRange;
import io.orderflow.inventory.StockReserved;
import io.orderflow.shared.Actor;
import io.orderflow.shared.Money;
import io.orderflow.shared.Sku;
import io.orderflow.web.IdempotencyKey;
import io.orderflow.web.StandaloneApi;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class CatalogueControllerTests {

    private static final Sku SKU = new Sku("KEYBOARD-01");
    private static final Actor OPS = new Actor("ops");
    private static final StockItem KEYBOARD = new StockItem(SKU, "Keyboard", Money.won(89_000), 100, 2);
    private static final ProductChange WHOLE = new ProductChange("Keyboard", Money.won(89_000), 100L);
    private static final String BODY = "{'name': 'Keyboard', 'price': 89000, 'onHand': 100}";
    private static final String MOVE = "{'change': -3, 'reason': 'Broken'}";
    private static final String PATH = "/api/products/KEYBOARD-01";

    private final ProductMaintenance catalogue = mock();
    private final MockMvc api = StandaloneApi.of(new CatalogueController(catalogue), new ProductProblems());

    @BeforeEach
    void logIn() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("ops", "ops", "ROLE_ops"));
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void putAnswersCreatedWhenNew() throws Exception {
        when(catalogue.put(eq(SKU), eq(WHOLE), eq(OPS), any())).thenReturn(new SavedProduct(KEYBOARD, true));

        send(put(PATH), BODY)
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", PATH))
                .andExpect(header().string("ETag", ProductTag.of(KEYBOARD)))
                .andExpect(jsonPath("$.available").value(98));
    }

    @Test
    void putAnswersOkWhenReplaced() throws Exception {
        when(catalogue.put(eq(SKU), eq(WHOLE), eq(OPS), any())).thenReturn(new SavedProduct(KEYBOARD, false));

        send(put(PATH), BODY)
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", ProductTag.of(KEYBOARD)))
                .andExpect(jsonPath("$.sku").value("KEYBOARD-01"));
    }

    @Test
    void patchNamesOnlyWhatChanges() throws Exception {
        when(catalogue.change(eq(SKU), eq(new ProductChange(null, Money.won(1), null)), eq(OPS), any()))
                .thenReturn(KEYBOARD);

        send(patch(PATH), "{'price': 1}")
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", ProductTag.of(KEYBOARD)))
                .andExpect(jsonPath("$.onHand").value(100));
    }

    @Test
    void moveSaysWhoAndWhyAndUnderWhichKey() throws Exception {
        String digest = "d".repeat(64);
        when(catalogue.move(SKU, new StockMove(-3, "Broken", OPS, digest))).thenReturn(KEYBOARD);

        send(post(PATH + "/stock").requestAttr(IdempotencyKey.class.getName(), new IdempotencyKey(digest)), MOVE)
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", ProductTag.of(KEYBOARD)))
                .andExpect(jsonPath("$.onHand").value(100));
    }

    @Test
    void writesOnlyWhatTheConditionAdmits() throws Exception {
        AtomicReference<Predicate<Optional<StockItem>>> asked = new AtomicReference<>();
        when(catalogue.put(any(), any(), any(), any())).then(call -> {
            asked.set(call.getArgument(3));
            return new SavedProduct(KEYBOARD, false);
        });
        StockItem sold = new StockItem(SKU, "Keyboard", Money.won(89_000), 96, 2);

        send(put(PATH).header("If-Match", ProductTag.of(KEYBOARD)), BODY).andExpect(status().isOk());
        assertThat(asked.get()).accepts(Optional.of(KEYBOARD)).rejects(Optional.of(sold), Optional.empty());
        send(put(PATH).header("If-Match", "*"), BODY).andExpect(status().isOk());
        assertThat(asked.get())
                .accepts(Optional.of(KEYBOARD), Optional.of(sold))
                .rejects(Optional.empty());
        send(put(PATH).header("If-Match", "\"x\"").header("If-Match", ProductTag.of(sold)), BODY)
                .andExpect(status().isOk());
        assertThat(asked.get()).accepts(Optional.of(sold)).rejects(Optional.of(KEYBOARD), Optional.empty());
        send(put(PATH).header("If-Match", "W/" + ProductTag.of(KEYBOARD)), BODY).andExpect(status().isOk());
        assertThat(asked.get()).rejects(Optional.of(KEYBOARD), Optional.empty());
        send(put(PATH), BODY).andExpect(status().isOk());
        assertThat(asked.get()).accepts(Optional.of(KEYBOARD), Optional.empty());
    }

    @Test
    void staleTagsFailThePrecondition() throws Exception {
        ProductChanged refusal = mock();
        when(catalogue.put(any(), any(), any(), any())).thenThrow(refusal);
        when(catalogue.change(any(), any(), any(), any())).thenThrow(refusal);

        for (MockHttpServletRequestBuilder write : new MockHttpServletRequestBuilder[] {put(PATH), patch(PATH)}) {
            send(write.header("If-Match", "\"x\""), BODY)
                    .andExpect(status().isPreconditionFailed())
                    .andExpect(jsonPath("$.code").value("PRECONDITION_FAILED"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "\"x", "*, \"x\"", "w/\"x\""})
    void conditionsThatMakeNoSenseAreInvalid(String header) throws Exception {
        for (MockHttpServletRequestBuilder write : new MockHttpServletRequestBuilder[] {put(PATH), patch(PATH)}) {
            send(write.header("If-Match", header), BODY)
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.code").value("VALIDATION_FAILED"))
                    .andExpect(jsonPath("$.properties.errors[0].field").value("If-Match"));
        }
        verifyNoInteractions(catalogue);
    }

    @Test
    void lessThanOrdersHoldIsAConflict() throws Exception {
        StockReserved refusal = mock();
        when(refusal.reserved()).thenReturn(2L);
        when(catalogue.put(any(), any(), any(), any())).thenThrow(refusal);
        when(catalogue.change(any(), any(), any(), any())).thenThrow(refusal);
        when(catalogue.move(any(), any())).thenThrow(refusal);

        for (ResultActions answer :
                new ResultActions[] {send(put(PATH), BODY), send(patch(PATH), BODY), send(post(PATH + "/stock"), MOVE)
                }) {
            answer.andExpect(status().isConflict())
                    .andExpect(jsonPath("$.code").value("STOCK_RESERVED"))
                    .andExpect(jsonPath("$.properties.reserved").value(2));
        }
    }

    @Test
    void aCountThatCannotBeIsAConflict() throws Exception {
        StockOutOfRange refusal = mock();
        when(catalogue.move(any(), any())).thenThrow(refusal);

        send(post(PATH + "/stock"), MOVE)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("STOCK_OUT_OF_RANGE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MOUSE-01", "mouse", "A_B"})
    void onlyPutMakesProducts(String sku) throws Exception {
        ProductUnknown refusal = mock();
        when(refusal.sku()).thenReturn(new Sku("MOUSE-01"));
        when(catalogue.change(any(), any(), any(), any())).thenThrow(refusal);
        when(catalogue.move(any(), any())).thenThrow(refusal);

        for (ResultActions answer : new ResultActions[] {
            send(patch("/api/products/{sku}", sku), BODY), send(post("/api/products/{sku}/stock", sku), MOVE)
        }) {
            answer.andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.code").value("PRODUCT_NOT_FOUND"))
                    .andExpect(jsonPath("$.properties.skus", contains(sku)));
        }
    }

    @Test
    void putUnderAnImpossibleSkuIsInvalid() throws Exception {
        send(put("/api/products/keyboard"), BODY)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("VALIDATION_FAILED"))
                .andExpect(jsonPath("$.properties.errors[0].field").value("sku"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'name': ' ', 'price': 1, 'onHand': 1}",
                "{'name': '\\u200b\\u3164', 'price': 1, 'onHand': 1}",
                "{'name': 'A\\u0000B', 'price': 1, 'onHand': 1}",
                "{'name': 'A\\ud800', 'price': 1, 'onHand': 1}",
                "{'name': 'A', 'price': -1, 'onHand': 1}",
                "{'name': 'A', 'price': 1000000000001, 'onHand': 1}",
                "{'name': 'A', 'price': null, 'onHand': 1}",
                "{'name': 'A', 'price': 1, 'onHand': -1}",
                "{'name': 'A', 'price': 1, 'onHand': 1000000001}"
            })
    void invalidProductsAreRefused(String body) throws Exception {
        send(put(PATH), body).andExpect(status().isBadRequest());
        send(patch(PATH), body).andExpect(status().isBadRequest());

        verifyNoInteractions(catalogue);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name': null}",
                "{'price': null}",
                "{'onHand': null, 'price': 1}",
                "{'name': ''}",
                "[]",
                "",
                "null"
            })
    void invalidPatchesAreRefused(String body) throws Exception {
        send(patch(PATH), body).andExpect(status().isBadRequest());

        verifyNoInteractions(catalogue);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'change': 1}",
                "{'reason': 'x'}",
                "{'change': null, 'reason': 'x'}",
                "{'change': 0, 'reason': 'x'}",
                "{'change': 1000000001, 'reason': 'x'}",
                "{'change': -1000000001, 'reason': 'x'}",
                "{'change': 1, 'reason': ' '}",
                "{'change': 1, 'reason': 'A\\u0000B'}"
            })
    void invalidMovesAreRefused(String body) throws Exception {
        send(post(PATH + "/stock"), body).andExpect(status().isBadRequest());

        verifyNoInteractions(catalogue);
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return api.perform(request.contentType(MediaType.APPLICATION_JSON).content(body.replace('\'', '"')));
    }
}
