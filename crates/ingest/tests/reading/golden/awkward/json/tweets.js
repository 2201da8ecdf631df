window.YTD.tweets.part0 = [ {
  "tweet" : {
    "id_str" : "174557501234567890",
    "created_at" : "Tue Feb 28 18:44:10 +0000 2012",
    "full_text" : "The crane at quay 4 just fell &amp; nobody was under it https://t.co/abc",
    "lang" : "en",
    "entities" : { "user_mentions" : [ { "screen_name" : "karlmoss", "name" : "Karl Moss" } ] },
    "favorite_count" : "3",
    "in_reply_to_screen_name" : "karlmoss"
  }
}, {
  "tweet" : {
    "id_str" : "174900000000000000",
    "created_at" : "Wed Feb 29 07:10:00 +0000 2012",
    "full_text" : "RT @harbour: The quay is closed until Friday",
    "lang" : "en"
  }
} ]
