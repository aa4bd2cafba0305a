CREATE TABLE anchor (id int PRIMARY KEY);
CREATE SCHEMA "</style></script><script>window.hostile = 3</script>";
CREATE TABLE "</style></script><script>window.hostile = 3</script>"."' onclick='window.hostile = 4' x='" (
    """><img src=x onerror=""window.hostile = 2"">" text,
    "]]>*/</script><script>window.hostile = 5//" text,
    "javascript:window.hostile=6" text,
    "<!-- <svg/onload=window.hostile=7>" text,
    "long<img" varchar(40)
);
