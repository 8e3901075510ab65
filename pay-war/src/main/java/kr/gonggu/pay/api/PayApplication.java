package kr.gonggu.pay.api;

import jakarta.annotation.security.DeclareRoles;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The pay service's HTTP, below {@code /api/pay}. */
@ApplicationPath("/")
@LoginConfig(authMethod = "MP-JWT")
@DeclareRoles({"member", "admin"})
@OpenAPIDefinition(
    info =
        @Info(
            title = "Pay",
            version = "1",
            description =
                "Wallets: charged from the bank, sent to neighbours, returned to the bank, with their"
                    + " history. Amounts are whole won. The bank is a sandbox: everyone begins with 100 000"
                    + " won of play money there, and no real money moves."))
@SecurityScheme(
    securitySchemeName = "accessToken",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT")
public class PayApplication extends Application {}
