package kr.gonggu.push.api;

import jakarta.ws.rs.ext.Provider;
import kr.gonggu.lib.http.HttpFeature;

/** What every service's HTTP has in common. */
@Provider
public class PushHttpFeature extends HttpFeature {}
