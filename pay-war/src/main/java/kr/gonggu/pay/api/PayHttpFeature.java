package kr.gonggu.pay.api;

import jakarta.ws.rs.ext.Provider;
import kr.gonggu.lib.http.HttpFeature;

/** Problems, request ids and limits as in every service. */
@Provider
public class PayHttpFeature extends HttpFeature {}
